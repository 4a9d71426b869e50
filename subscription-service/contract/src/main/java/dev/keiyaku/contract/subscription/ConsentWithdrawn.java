package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber withdraws the consent to items about data (第7条 1 (2) to (4)). The act that gave it
 * stays as it is, and the contract goes on: an agent talks to the subscriber and settles it.
 *
 * @param withdrawalId a UUIDv7
 * @param items what is withdrawn, each by the words that were agreed to
 * @param statement the subscriber's words, sealed; null when none were given
 * @param effectiveAt from when, UTC
 */
@EventName("subscription.consent-withdrawn")
public record ConsentWithdrawn(
    String subscriptionId,
    String withdrawalId,
    List<WithdrawnItem> items,
    @Nullable SealedText statement,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {

  /**
   * An item whose consent is withdrawn.
   *
   * @param number its number in 第7条 1
   * @param acceptanceId the last act that had given it
   * @param clause the words agreed to in that act
   */
  public record WithdrawnItem(int number, String acceptanceId, ClauseReference clause) {}
}
