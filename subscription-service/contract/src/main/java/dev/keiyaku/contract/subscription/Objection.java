package dev.keiyaku.contract.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objection to an amendment over effective time, a half-open interval.
 *
 * @param eventId the entry that declared it
 * @param declared as declared; its time may since have been corrected
 * @param objectedAt when it was made, UTC
 * @param withdrawnAt when it was taken back, UTC; null while it stands
 */
public record Objection(
    String eventId, AmendmentObjected declared, Instant objectedAt, @Nullable Instant withdrawnAt) {

  /** All that stand after corrections, withdrawn ones included, by time. */
  static List<Objection> of(Life life) {
    return life.of(AmendmentObjected.class)
        .map(fact -> of(fact, life))
        .sorted(Comparator.comparing(Objection::objectedAt))
        .toList();
  }

  private static Objection of(Fact fact, Life life) {
    var declared = (AmendmentObjected) fact.event();
    var withdrawnAt =
        life.of(ObjectionWithdrawn.class)
            .filter(end ->
                ((ObjectionWithdrawn) end.event()).objectionId().equals(declared.objectionId()))
            .findFirst()
            .map(Fact::effectiveAt)
            .orElse(null);
    return new Objection(fact.entry().eventId(), declared, fact.effectiveAt(), withdrawnAt);
  }

  public String objectionId() {
    return declared.objectionId();
  }

  /** Whether it had been made by the instant. */
  public boolean madeBy(Instant at) {
    return !objectedAt.isAfter(at);
  }

  /** Whether it stands at the instant. */
  public boolean standsAt(Instant at) {
    return madeBy(at) && (withdrawnAt == null || at.isBefore(withdrawnAt));
  }

  /** Whether both stand at some instant, and are to the same version. */
  boolean doubles(Objection other) {
    return !equals(other)
        && declared.terms().document().equals(other.declared.terms().document())
        && declared.terms().version().equals(other.declared.terms().version())
        && (standsAt(other.objectedAt) || other.standsAt(objectedAt));
  }
}
