package dev.keiyaku.projection.consent.known;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.projection.consent.Acceptance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract with its acts of acceptance, as known at a recorded instant.
 *
 * @param beginsAt its first instant, UTC; null when its application was voided
 * @param endsAt the first instant after it, UTC; null while no end is known
 * @param acts those that stand, by time, then by recording
 */
public record KnownContract(
    String subscriptionId,
    String subscriberId,
    Product product,
    @Nullable String belongsToIsp,
    @Nullable Instant beginsAt,
    @Nullable Instant endsAt,
    List<KnownAct> acts) {

  /** Its acts as what binds is computed from them. */
  public List<Acceptance> acceptances() {
    return acts.stream().map(KnownAct::acceptance).toList();
  }

  /** Whether it has begun and has not ended. */
  public boolean livesAt(Instant at) {
    return beginsAt != null && !at.isBefore(beginsAt) && (endsAt == null || at.isBefore(endsAt));
  }
}
