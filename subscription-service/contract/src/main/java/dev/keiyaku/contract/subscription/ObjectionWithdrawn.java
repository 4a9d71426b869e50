package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber takes an objection back. That is no acceptance of the amendment.
 *
 * @param effectiveAt when, UTC; not before the objection
 */
@EventName("subscription.objection-withdrawn")
public record ObjectionWithdrawn(
    String subscriptionId, String objectionId, Instant effectiveAt, @Nullable SealedText reason)
    implements SubscriptionEvent {}
