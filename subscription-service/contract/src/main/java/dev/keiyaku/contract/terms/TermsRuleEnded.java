package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.Japan;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A notified rule stops applying. On its own first day it never applied: so a mistaken entry is
 * answered.
 *
 * @param endsOn the first day in Japan on which it no longer applies
 * @param reason why, by the legal desk; not about any subscriber
 */
@EventName("terms.rule-ended")
public record TermsRuleEnded(String document, String rule, LocalDate endsOn, String reason)
    implements TermsRuleEvent {

  /** 00:00 Asia/Tokyo of {@link #endsOn()}. */
  @Override
  public Instant effectiveAt() {
    return Japan.startOf(endsOn);
  }
}
