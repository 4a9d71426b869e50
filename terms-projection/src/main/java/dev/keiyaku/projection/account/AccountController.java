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

/** One subscription: its state at any two times, and everything recorded of it. */
@RestController
class AccountController {

  private static final String[] OF_ACCOUNT = {Moment.AS_OF, Moment.KNOWN_AT, MinVersion.PARAMETER};
  private static final String[] OF_TIMELINE = {
    Moment.AS_OF, Moment.KNOWN_AT, MinVersion.PARAMETER, "cursor", "limit"
  };

  private final VisibleAccounts visible;
  private final Accounts accounts;
  private final AccountAnswers answers;
  private final TimelineAnswers timelines;
  private final MinVersion minVersion;
  private final Clock clock;

  AccountController(
      VisibleAccounts visible,
      Accounts accounts,
      AccountAnswers answers,
      TimelineAnswers timelines,
      MinVersion minVersion,
      Clock clock) {
    this.visible = visible;
    this.accounts = accounts;
    this.answers = answers;
    this.timelines = timelines;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/v1/subscriptions/{id}")
  ResponseEntity<AccountAnswer> one(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      Caller caller) {
    var asked = Asked.of(parameters, OF_ACCOUNT);
    var moment = Moment.of(asked, clock);
    minVersion.await(asked, id, () -> accounts.version(id));
    var account = visible.account(id, moment, caller);
    return ResponseEntity.ok()
        .eTag(Long.toString(account.version()))
        .body(answers.answer(account, moment, caller));
  }

  @GetMapping("/v1/subscriptions/{id}/timeline")
  ResponseEntity<TimelineAnswer> timeline(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      ServerHttpRequest request,
      Caller caller) {
    var asked = Asked.of(parameters, OF_TIMELINE);
    var moment = Moment.of(asked, clock);
    var after = Cursor.number(asked.text("cursor"));
    var limit = Page.limit(asked);
    minVersion.await(asked, id, () -> accounts.version(id));
    var entries = visible.timeline(id, moment, caller);
    var answer = timelines.answer(entries, after, limit, moment, caller);
    return ResponseEntity.ok()
        .eTag(Long.toString(answer.version()))
        .headers(headers -> Page.link(request, answer.next(), headers))
        .body(answer);
  }
}
