package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cancellation dated ahead never takes effect.
 *
 * @param effectiveAt when it was withdrawn, UTC; before the cancellation's time
 */
@EventName("subscription.cancellation-withdrawn")
public record CancellationWithdrawn(
    String subscriptionId, String cancellationId, Instant effectiveAt, @Nullable SealedText reason)
    implements SubscriptionEvent {}
