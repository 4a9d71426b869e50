package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import org.jspecify.annotations.Nullable;

/**
 * Whose consents.
 *
 * @param version the stream version that the rows have reached
 */
record ConsentSubscription(
    String subscriptionId,
    String subscriberId,
    Product product,
    @Nullable String belongsToIsp,
    long version) {

  static ConsentSubscription of(SubscriptionApplied applied, long version) {
    return new ConsentSubscription(
        applied.subscriptionId(),
        applied.subscriberId(),
        applied.product(),
        applied.belongsToIsp(),
        version);
  }
}
