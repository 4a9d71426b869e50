package dev.keiyaku.projection.consent.bulk;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is bound by a version, who accepted it, who is bound by notice alone, and who is not. */
@RestController
class StandingController {

  private static final String[] PARAMETERS = Among.and("standing", "asOf", "knownAt");

  private final Standings standings;
  private final Clock clock;

  StandingController(Standings standings, Clock clock) {
    this.standings = standings;
    this.clock = clock;
  }

  @GetMapping("/v1/terms/{document}/versions/{version}/subscriptions")
  ResponseEntity<Page<StandingAnswer>> subscriptions(
      Caller caller,
      @PathVariable String document,
      @PathVariable String version,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpRequest request) {
    var asked = Asked.of(sent, PARAMETERS);
    var standing = asked.one("standing", Standing.class);
    if (standing == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD).violation("standing", "required");
    }
    return standings
        .page(
            new Standings.Question(
                document,
                version,
                standing,
                Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant),
                asked.instant("knownAt"),
                Among.of(asked, caller)))
        .answer(request);
  }
}
