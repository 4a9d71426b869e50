package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent settled what follows from a withdrawn consent. It gives no consent: only an act of the
 * subscriber's does.
 *
 * @param effectiveAt when, UTC; not before the withdrawal
 */
@EventName("subscription.consent-withdrawal-settled")
public record ConsentWithdrawalSettled(
    String subscriptionId,
    String withdrawalId,
    Settlement settlement,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {

  /** What came of it. */
  public enum Settlement {
    /** The contract goes on, and the consent stays withdrawn. */
    KEPT,
    /** The subscriber accepted again. */
    RENEWED,
    /** The contract is cancelled. */
    CANCELLED
  }
}
