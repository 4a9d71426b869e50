package dev.keiyaku.projection.terms;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.contract.terms.RuleStanding;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notified rule (諸規程), as known.
 *
 * @param standing where it stands at the instant asked
 * @param part what it is and from when
 * @param text its words, verbatim; null in lists, and when it is a document
 * @param captured the bytes of its document, base64; null in lists, and when they were not kept
 * @param effectiveAt 00:00 Asia/Tokyo of its day, UTC
 * @param supersedes the rule in whose place it comes; null when in none's
 * @param supersededBy the rule that comes in its place; null when none does
 * @param end its end, if it was ended
 * @param reason why it was entered
 */
record RuleAnswer(
    String document,
    RuleStanding standing,
    @JsonUnwrapped RulePart part,
    @Nullable String text,
    @Nullable String captured,
    Instant effectiveAt,
    @Nullable String supersedes,
    @Nullable String supersededBy,
    @Nullable End end,
    Recording recorded,
    @Nullable String reason) {

  /**
   * Its end.
   *
   * @param endsOn the first day in Japan on which it no longer applies
   */
  record End(LocalDate endsOn, String reason, Recording recorded) {}

  static RuleAnswer of(
      Rule rule, Instant at, Recording recorded, @Nullable End end, boolean whole) {
    var notified = rule.notified();
    return new RuleAnswer(
        notified.document(),
        rule.standing(at),
        RulePart.of(rule, whole),
        whole ? notified.content().text() : null,
        whole ? notified.captured() : null,
        notified.effectiveAt(),
        notified.supersedes(),
        successor(rule.successor()),
        end,
        recorded,
        notified.reason());
  }

  private static @Nullable String successor(@Nullable TermsRuleNotified rule) {
    return rule == null ? null : rule.rule();
  }
}
