package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Page;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everyone whose consent to a clause names certain words. */
@RestController
class ConsentsByClauseController {

  private static final String[] PARAMETERS =
      Among.and("document", "path", "words", "basis", "latest", "asOf", "knownAt");

  private final ConsentsByClause consents;
  private final Clock clock;

  ConsentsByClauseController(ConsentsByClause consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  @GetMapping("/v1/consents")
  ResponseEntity<ClauseHoldersPage> consents(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, ServerHttpRequest request) {
    var asked = Asked.of(sent, PARAMETERS);
    var page =
        consents.page(
            new ConsentsByClause.Question(
                required(asked, "document"),
                required(asked, "path"),
                asked.text("words"),
                asked.one("basis", AcceptanceBasis.class),
                latest(asked),
                Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant),
                asked.instant("knownAt"),
                Among.of(asked, caller)));
    return ResponseEntity.ok()
        .headers(headers -> Page.link(request, page.next(), headers))
        .body(page);
  }

  private static boolean latest(Asked asked) {
    return switch (asked.text("latest")) {
      case null -> true;
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.of(ProblemCode.INVALID_FIELD).violation("latest", "unknown-value");
    };
  }

  private static String required(Asked asked, String name) {
    var text = asked.text(name);
    if (text == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD).violation(name, "required");
    }
    return text;
  }
}
