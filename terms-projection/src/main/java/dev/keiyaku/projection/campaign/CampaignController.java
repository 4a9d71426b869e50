package dev.keiyaku.projection.campaign;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.IdempotencyKey;
import dev.keiyaku.http.Submitted;
import dev.keiyaku.projection.campaign.Members.Member;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.MinVersion;
import dev.keiyaku.projection.reading.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Re-consent campaigns: whom they would ask, whom they ask, and how they go. */
@RestController
@RequestMapping("/v1/campaigns")
class CampaignController {

  private final CohortPreviews previews;
  private final CampaignAnswers answers;
  private final Campaigns campaigns;
  private final MinVersion minVersion;
  private final Clock clock;

  CampaignController(
      CohortPreviews previews,
      CampaignAnswers answers,
      Campaigns campaigns,
      MinVersion minVersion,
      Clock clock) {
    this.previews = previews;
    this.answers = answers;
    this.campaigns = campaigns;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  /** A question by POST: nothing is recorded, and its key is forgotten (ADR 0123). */
  @PostMapping("/preview")
  CohortPreviews.Preview preview(Caller caller, IdempotencyKey key, Submitted<Asking> sent) {
    return previews.preview(sent.body(), caller);
  }

  @GetMapping
  ResponseEntity<Page<CampaignAnswer>> all(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, ServerHttpRequest request) {
    var asked = Asked.of(sent, "cursor", "limit");
    return answers
        .page(caller, clock.instant(), Cursor.key(asked.text("cursor")), Page.limit(asked))
        .answer(request);
  }

  @GetMapping("/{id}")
  ResponseEntity<CampaignAnswer> one(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "asOf", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> campaigns.version(id));
    var answer = answers.one(id, asOf(asked), caller);
    return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
  }

  @GetMapping("/{id}/progress")
  CampaignAnswers.Progress progress(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "asOf", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> campaigns.version(id));
    return answers.progress(id, asOf(asked), caller);
  }

  @GetMapping("/{id}/members")
  ResponseEntity<Page<Member>> members(
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpRequest request) {
    var asked = Asked.of(sent, "state", "asOf", "cursor", "limit", MinVersion.PARAMETER);
    minVersion.await(asked, id, () -> campaigns.version(id));
    return answers
        .members(
            id,
            asOf(asked),
            asked.one("state", State.class),
            caller,
            Cursor.key(asked.text("cursor")),
            Page.limit(asked))
        .answer(request);
  }

  private Instant asOf(Asked asked) {
    return Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant);
  }
}
