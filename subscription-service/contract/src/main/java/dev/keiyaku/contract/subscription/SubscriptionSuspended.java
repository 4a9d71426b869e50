package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Use is suspended (利用中止, 第15条) from its start. Several may overlap; each is lifted on its own.
 *
 * @param suspensionId a UUIDv7
 * @param clause the ground's words in the version in force at the start
 * @param effectiveAt the start, UTC; earlier, now or later
 * @param expectedEnd when it is expected to end, UTC; nothing lifts itself
 * @param note an agent's note, sealed
 * @param incidentReference the operator's own incident number
 * @param notice whether the subscriber was told beforehand; null when not stated
 */
@EventName("subscription.suspended")
public record SubscriptionSuspended(
    String subscriptionId,
    String suspensionId,
    SuspensionGround ground,
    ClauseReference clause,
    Instant effectiveAt,
    @Nullable Instant expectedEnd,
    @Nullable SealedText note,
    @Nullable String incidentReference,
    @Nullable Notice notice,
    @Nullable SealedText reason)
    implements SubscriptionEvent {

  /**
   * The notice to the subscriber.
   *
   * @param givenAt when, UTC; null when none could be given
   * @param place where; null when none could be given
   * @param impossibleBecause why none could be given beforehand, sealed
   */
  public record Notice(
      @Nullable Instant givenAt, @Nullable String place, @Nullable SealedText impossibleBecause) {}
}
