package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms was shown to the subscriber: a fact of its own, appended before the act
 * that it led to, which quotes it ({@link TermsAccepted.Display}).
 *
 * @param displayId a UUIDv7
 * @param acceptanceId the act that it led to
 * @param terms the version shown, by the hash of the text shown
 * @param evidence place, language and client as JSON, sealed; null when none was sent
 * @param effectiveAt when it was shown, UTC; not after the act, and perhaps before the application
 */
@EventName("subscription.terms-displayed")
public record TermsDisplayed(
    String subscriptionId,
    String displayId,
    String acceptanceId,
    TermsReference terms,
    @Nullable SealedText evidence,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {}
