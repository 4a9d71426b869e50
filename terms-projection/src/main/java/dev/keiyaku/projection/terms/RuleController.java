package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import dev.keiyaku.projection.terms.TermsQueries.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules notified under the terms (諸規程, 第2条4), shown to anyone with a token. */
@RestController
@RequestMapping("/v1/terms/{document}/rules")
class RuleController {

  private final TermsQueries terms;
  private final MinVersion minVersion;
  private final Clock clock;

  RuleController(TermsQueries terms, MinVersion minVersion, Clock clock) {
    this.terms = terms;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  /**
   * Every rule known; they are few, so this is one page.
   *
   * @param asOf the instant for which they are said to stand, UTC
   */
  record Rules(String document, Instant asOf, @Nullable Instant knownAt, List<RuleAnswer> items) {}

  @GetMapping
  Rules rules(
      @PathVariable String document,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var asked = Asked.of(sent, "asOf", "knownAt", "minVersion");
    var known = known(document, asked, response);
    return new Rules(
        document,
        known.asOf(),
        asked.instant("knownAt"),
        known.history().rules().all().stream().map(rule -> answer(known, rule, false)).toList());
  }

  @GetMapping("/{rule}")
  RuleAnswer rule(
      @PathVariable String document,
      @PathVariable String rule,
      @RequestParam MultiValueMap<String, String> sent,
      ServerHttpResponse response) {
    var known = known(document, Asked.of(sent, "asOf", "knownAt", "minVersion"), response);
    return known
        .history()
        .rules()
        .rule(rule)
        .map(found -> answer(known, found, true))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }

  private Known known(String document, Asked asked, ServerHttpResponse response) {
    minVersion.await(asked, document, () -> terms.version(document));
    var at = Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant);
    var known = terms.known(document, asked.instant("knownAt"), at);
    response.getHeaders().setETag("\"" + known.version() + "\"");
    return known;
  }

  private static RuleAnswer answer(Known known, Rule rule, boolean whole) {
    var recorded = known.recorded(rule.entry().eventId());
    return RuleAnswer.of(rule, known.asOf(), recorded, end(known, rule.ended()), whole);
  }

  private static RuleAnswer.@Nullable End end(Known known, @Nullable TermsRuleEnded ended) {
    return ended == null
        ? null
        : new RuleAnswer.End(ended.endsOn(), ended.reason(), known.recorded(ended));
  }
}
