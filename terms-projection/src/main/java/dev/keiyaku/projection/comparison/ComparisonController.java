package dev.keiyaku.projection.comparison;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.comparison.rendering.Columns;
import dev.keiyaku.projection.comparison.rendering.Sheet;
import dev.keiyaku.projection.comparison.table.Folding;
import dev.keiyaku.projection.comparison.table.TermsComparison;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The comparison table (現改比較表), shown to anyone with a token (民法548条の3). */
@RestController
class ComparisonController {

  /** The page runs nothing and loads nothing, even if a browser were to find markup in it. */
  private static final String INERT =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final TermsCatalogue terms;
  private final MinVersion minVersion;
  private final Clock clock;
  private final Press press;

  ComparisonController(TermsCatalogue terms, MinVersion minVersion, Clock clock, Press press) {
    this.terms = terms;
    this.minVersion = minVersion;
    this.clock = clock;
    this.press = press;
  }

  @GetMapping("/v1/terms/{document}/comparison")
  ResponseEntity<Object> comparison(
      @PathVariable String document,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpRequest request) {
    var asked = Asked.of(sent, "from", "to", "columns", "fold", "format", "knownAt", "minVersion");
    var named = asked.one("format", Form.class);
    var form = named == null ? Form.accepted(request.getHeaders()) : named;
    minVersion.await(asked, document, () -> terms.of(document).lastSequence());
    return ResponseEntity.ok()
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", INERT)
        .contentType(form.type())
        .body(press.print(form, () -> form.of(sheet(document, asked))));
  }

  private Sheet sheet(String document, Asked asked) {
    var knownAt = asked.instant("knownAt");
    return new Sheet(
        comparison(document, asked),
        Objects.requireNonNullElse(asked.one("columns", Columns.class), Columns.OLD_FIRST),
        LocalDate.ofInstant(knownAt == null ? clock.instant() : knownAt, Japan.ZONE));
  }

  private TermsComparison comparison(String document, Asked asked) {
    var knownAt = asked.instant("knownAt");
    var from = named(asked, "from");
    var to = named(asked, "to");
    var all = terms.of(document);
    var history = knownAt == null ? all : all.knownAt(knownAt);
    return TermsComparison.of(
        history,
        version(history, from),
        version(history, to),
        Objects.requireNonNullElse(asked.one("fold", Folding.class), Folding.CONTEXT));
  }

  /** Asked for before anything is looked up: what is missing is missing of any document. */
  private static String named(Asked asked, String name) {
    var version = asked.text(name);
    if (version == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD).violation(name, "required");
    }
    return version;
  }

  private static TermsHistory.Version version(TermsHistory history, String name) {
    return history.version(name).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }
}
