package dev.keiyaku.contract.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One suspension over effective time, a half-open interval.
 *
 * @param eventId the entry that declared it
 * @param declared as declared; its time may since have been corrected
 * @param startsAt when it begins, UTC
 * @param endsAt when it ends, UTC: lifted, or the contract ended; null while open
 * @param liftedAt when it is lifted, UTC; null unless lifted
 * @param withdrawn whether it was withdrawn before its start: it never takes effect
 */
public record Suspension(
    String eventId,
    SubscriptionSuspended declared,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Instant liftedAt,
    boolean withdrawn) {

  public String suspensionId() {
    return declared.suspensionId();
  }

  public SuspensionGround ground() {
    return declared.ground();
  }

  /** Whether it ever takes effect: neither withdrawn, nor overtaken by the end of the contract. */
  public boolean takesEffect() {
    return !withdrawn && (endsAt == null || startsAt.isBefore(endsAt));
  }

  /** Whether use is suspended by it at the instant. */
  public boolean isOpenAt(Instant at) {
    return takesEffect() && !at.isBefore(startsAt) && (endsAt == null || at.isBefore(endsAt));
  }

  /** Whether it takes effect later than the instant. */
  public boolean isPlannedAt(Instant at) {
    return takesEffect() && at.isBefore(startsAt);
  }
}
