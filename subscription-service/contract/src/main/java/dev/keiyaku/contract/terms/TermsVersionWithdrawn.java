package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import java.time.Instant;

/**
 * A published version was withdrawn before it took effect: it is never in force and binds nobody.
 * Its text stays, and its name stays taken.
 *
 * @param withdrawnAt when, UTC; before the version's first instant
 * @param reason why, by the legal desk; not about any subscriber
 */
@EventName("terms.version-withdrawn")
public record TermsVersionWithdrawn(
    String document, String version, Instant withdrawnAt, String reason)
    implements TermsVersionEvent {

  @Override
  public Instant effectiveAt() {
    return withdrawnAt;
  }
}
