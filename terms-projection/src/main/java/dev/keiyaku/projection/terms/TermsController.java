package dev.keiyaku.projection.terms;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The terms, shown to anyone with a token (民法548条の3). */
@RestController
@RequestMapping("/v1/terms/{document}")
class TermsController {

  private final TermsQueries terms;
  private final MinVersion minVersion;
  private final Clock clock;

  TermsController(TermsQueries terms, MinVersion minVersion, Clock clock) {
    this.terms = terms;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  /** Every version there is; they are few, so this is one page. */
  record Versions(String document, List<TermsVersionAnswer> items) {}

  @GetMapping("/versions")
  Versions versions(
      @PathVariable String document,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var known = known(document, Asked.of(sent, "asOf", "knownAt", "minVersion"), "asOf");
    tag(response, known.version());
    return new Versions(document, known.versions());
  }

  @GetMapping("/versions/{version}")
  TermsVersionAnswer version(
      @PathVariable String document,
      @PathVariable String version,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var known = known(document, Asked.of(sent, "asOf", "knownAt", "minVersion"), "asOf");
    var found =
        known.history().version(version).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    tag(response, known.version());
    return known.whole(found);
  }

  @GetMapping("/in-force")
  TermsVersionAnswer inForce(
      @PathVariable String document,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var asked = Asked.of(sent, "at", "knownAt", "minVersion");
    var known = known(document, asked, "at");
    var found =
        known.history().inForce(known.asOf()).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    tag(response, known.version());
    response
        .getHeaders()
        .set(HttpHeaders.CONTENT_LOCATION, "/v1/terms/" + document + "/versions/" + found.name());
    return known.whole(found);
  }

  private TermsQueries.Known known(String document, Asked asked, String effective) {
    minVersion.await(asked, document, () -> terms.version(document));
    Instant at = Optional.ofNullable(asked.instant(effective)).orElseGet(clock::instant);
    return terms.known(document, asked.instant("knownAt"), at);
  }

  /** For If-Match. */
  private static void tag(ServerHttpResponse response, long version) {
    response.getHeaders().setETag("\"" + version + "\"");
  }
}
