package dev.keiyaku.projection.account;

import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One subscription: its state at any two times. */
@RestController
class AccountController {

  private final VisibleAccounts visible;
  private final Accounts accounts;
  private final AccountAnswers answers;
  private final MinVersion minVersion;
  private final Clock clock;

  AccountController(
      VisibleAccounts visible,
      Accounts accounts,
      AccountAnswers answers,
      MinVersion minVersion,
      Clock clock) {
    this.visible = visible;
    this.accounts = accounts;
    this.answers = answers;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/v1/subscriptions/{id}")
  ResponseEntity<AccountAnswer> one(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      Caller caller) {
    var asked = Asked.of(parameters, Moment.AS_OF, Moment.KNOWN_AT, MinVersion.PARAMETER);
    var moment = Moment.of(asked, clock);
    minVersion.await(asked, id, () -> accounts.version(id));
    var account = visible.account(id, moment, caller);
    return ResponseEntity.ok()
        .eTag(Long.toString(account.version()))
        .body(answers.answer(account, moment, caller));
  }
}
