package dev.keiyaku.projection.account;

import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Cursor;
import dev.keiyaku.projection.reading.MinVersion;
import dev.keiyaku.projection.reading.Page;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything recorded of a subscription, in pages. */
@RestController
class TimelineController {

  private static final String[] PARAMETERS = {
    Moment.AS_OF, Moment.KNOWN_AT, MinVersion.PARAMETER, "cursor", "limit"
  };

  private final VisibleAccounts visible;
  private final Accounts accounts;
  private final TimelineAnswers answers;
  private final MinVersion minVersion;
  private final Clock clock;

  TimelineController(
      VisibleAccounts visible,
      Accounts accounts,
      TimelineAnswers answers,
      MinVersion minVersion,
      Clock clock) {
    this.visible = visible;
    this.accounts = accounts;
    this.answers = answers;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/v1/subscriptions/{id}/timeline")
  ResponseEntity<TimelineAnswer> timeline(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      ServerHttpRequest request,
      Caller caller) {
    var asked = Asked.of(parameters, PARAMETERS);
    var moment = Moment.of(asked, clock);
    var after = Cursor.number(asked.text("cursor"));
    var limit = Page.limit(asked);
    minVersion.await(asked, id, () -> accounts.version(id));
    var entries = visible.timeline(id, moment, caller);
    var answer = answers.answer(entries, after, limit, moment, caller);
    return ResponseEntity.ok()
        .eTag(Long.toString(answer.version()))
        .headers(headers -> Page.link(request, answer.next(), headers))
        .body(answer);
  }
}
