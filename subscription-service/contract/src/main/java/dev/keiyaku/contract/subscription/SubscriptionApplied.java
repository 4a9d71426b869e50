package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber applied (第7条), and was eligible. The application's acceptance follows as its own
 * fact.
 *
 * @param subscriberId the operator's opaque customer id
 * @param channel where the application was made
 * @param belongsToIsp the ISP that the subscriber belongs to (所属提携ISP): its clients see the
 *     subscription; null when none
 * @param billingOperator 請求事業者, carried and not interpreted
 * @param networkContract the network contract named, null when the product needs none
 * @param terms the version in force on the application's day in Japan
 * @param eligibility the words that decided (第5条 3), null when the product has no such limit
 */
@EventName("subscription.applied")
public record SubscriptionApplied(
    String subscriptionId,
    String subscriberId,
    Product product,
    Channel channel,
    @Nullable String belongsToIsp,
    @Nullable String billingOperator,
    @Nullable NetworkContract networkContract,
    TermsReference terms,
    @Nullable ClauseReference eligibility,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {}
