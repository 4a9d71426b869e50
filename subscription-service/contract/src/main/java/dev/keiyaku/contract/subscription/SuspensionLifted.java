package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One suspension ends; the others stay.
 *
 * @param effectiveAt its end, UTC; not before its start
 */
@EventName("subscription.suspension-lifted")
public record SuspensionLifted(
    String subscriptionId, String suspensionId, Instant effectiveAt, @Nullable SealedText reason)
    implements SubscriptionEvent {}
