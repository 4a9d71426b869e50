package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension that had not begun never will.
 *
 * @param effectiveAt when it was withdrawn, UTC; before the suspension's start
 */
@EventName("subscription.suspension-withdrawn")
public record SuspensionWithdrawn(
    String subscriptionId, String suspensionId, Instant effectiveAt, @Nullable SealedText reason)
    implements SubscriptionEvent {}
