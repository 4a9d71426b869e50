package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The contract ends (解約) from its effective time, and with it what is open then.
 *
 * @param cancellationId a UUIDv7
 * @param effectiveAt the end, UTC; earlier, now or later
 */
@EventName("subscription.cancelled")
public record SubscriptionCancelled(
    String subscriptionId, String cancellationId, Instant effectiveAt, @Nullable SealedText reason)
    implements SubscriptionEvent {}
