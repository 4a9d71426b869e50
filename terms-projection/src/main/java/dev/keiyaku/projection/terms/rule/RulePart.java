package dev.keiyaku.projection.terms.rule;

import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.contract.terms.RuleContent.RuleDocument;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a part of the terms. Its words are at {@code /v1/terms/{document}/rules/{rule}}.
 *
 * @param file its document by hash; null when its words were given
 * @param contentSha256 hash of title, issuer and text or document, lower-case hex
 * @param effectiveFrom its first day in Japan, as it says itself
 * @param partFrom since when it is part of the terms, UTC: its day, or its notice if that came
 *     later
 * @param partUntil the first instant at which it no longer is, UTC; null while none is known
 */
public record RulePart(
    String rule,
    String title,
    RuleIssuer issuer,
    @Nullable RuleDocument file,
    String contentSha256,
    LocalDate effectiveFrom,
    Instant partFrom,
    @Nullable Instant partUntil,
    RuleNotice notice) {

  /** A rule, wherever it stands, without captured bytes. */
  public static RulePart of(Rule rule) {
    return of(rule, false);
  }

  /** A rule, wherever it stands; whole with the captured bytes of its notice. */
  public static RulePart of(Rule rule, boolean whole) {
    var notified = rule.notified();
    return new RulePart(
        rule.name(),
        notified.content().title(),
        notified.content().issuer(),
        notified.content().document(),
        notified.contentSha256(),
        notified.effectiveFrom(),
        rule.joinsAt(),
        rule.endsAt(),
        RuleNotice.of(notified, whole));
  }

  /** Those that are part of a version at an instant, UTC, by when they became so. */
  public static List<RulePart> of(TermsHistory history, Version version, Instant at) {
    return history.rules().partOf(version.published().content(), at).stream()
        .map(RulePart::of)
        .toList();
  }
}
