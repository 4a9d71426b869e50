package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.subscription.http.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a command about a notified rule brought, as it is answered. */
public sealed interface RuleOutcome extends Outcome {

  /**
   * Notified.
   *
   * @param effectiveAt 00:00 Asia/Tokyo of its first day
   * @param partFrom when it becomes part of the terms, UTC: later than its day when its notice was
   * @param warnings what the legal desk should know
   */
  record Notified(
      String document,
      String rule,
      long version,
      String contentSha256,
      LocalDate effectiveFrom,
      Instant effectiveAt,
      Instant partFrom,
      List<Warning> warnings)
      implements RuleOutcome {

    /** Of a rule as it stands in the document. */
    public static Notified of(Rule rule, long version) {
      var notified = rule.notified();
      return new Notified(
          notified.document(),
          notified.rule(),
          version,
          notified.contentSha256(),
          notified.effectiveFrom(),
          notified.effectiveAt(),
          notified.joinsAt(),
          notified.noticedInTime() ? List.of() : List.of(Warning.NOTICE_TOO_LATE));
    }
  }

  /**
   * Ended.
   *
   * @param endsAt 00:00 Asia/Tokyo of the first day on which it no longer applies
   */
  record Ended(String document, String rule, long version, LocalDate endsOn, Instant endsAt)
      implements RuleOutcome {}

  /** What is unusual about a rule. */
  enum Warning {
    /** Its notice came when its day had begun: it is part of the terms only from its notice. */
    NOTICE_TOO_LATE
  }
}
