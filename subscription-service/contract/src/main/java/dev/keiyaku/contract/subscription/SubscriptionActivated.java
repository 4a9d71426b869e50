package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Use began (利用開始): the account at the vendor exists.
 *
 * @param vendorAccountReference the vendor's opaque reference; no e-mail address
 */
@EventName("subscription.activated")
public record SubscriptionActivated(
    String subscriptionId,
    String vendorAccountReference,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {}
