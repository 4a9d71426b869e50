package dev.keiyaku.projection.account;

import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Page;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts by what holds of them at an instant. */
@RestController
class SearchController {

  private static final String[] PARAMETERS = {
    "subscriberId",
    "status",
    "ground",
    "isp",
    "product",
    "acceptedVersion",
    "boundBy",
    "flag",
    Moment.AS_OF,
    "cursor",
    "limit"
  };

  private final AccountSearch accounts;
  private final AccountAnswers answers;
  private final Clock clock;

  SearchController(AccountSearch accounts, AccountAnswers answers, Clock clock) {
    this.accounts = accounts;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/v1/subscriptions")
  ResponseEntity<Page<AccountAnswer>> search(
      @RequestParam MultiValueMap<String, String> parameters,
      ServerHttpRequest request,
      Caller caller) {
    var search = Search.of(Asked.of(parameters, PARAMETERS), caller, clock);
    var moment = new Moment(search.asOf(), null);
    return accounts
        .page(search)
        .map(account -> answers.answer(account, moment, caller))
        .answer(request);
  }
}
