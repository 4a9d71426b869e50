package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber objects to an amendment. It changes no binding (民法548条の4): who does not want to be
 * bound cancels.
 *
 * @param objectionId a UUIDv7
 * @param terms the amended version objected to
 * @param statement the subscriber's words, sealed; null when none were given
 * @param effectiveAt when it was made, UTC
 */
@EventName("subscription.amendment-objected")
public record AmendmentObjected(
    String subscriptionId,
    String objectionId,
    TermsReference terms,
    @Nullable SealedText statement,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {}
