package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Binding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of a subscription at an instant, as known at another.
 *
 * @param whole the terms as a whole (承諾)
 * @param binding what binds, computed
 * @param clauses the one asked for, else the items of 第7条 1
 */
record SubscriptionClauses(
    String subscriptionId,
    String subscriberId,
    Product product,
    @Nullable String belongsToIsp,
    Instant asOf,
    @Nullable Instant knownAt,
    Whole whole,
    Binding binding,
    List<ClauseAnswer> clauses) {

  /**
   * The terms as a whole.
   *
   * @param accepted the last act by then; null when there is none
   * @param bindingSha256 hash of the version that binds; null when none does
   * @param differs whether it says anything else than the one accepted; null without both
   * @param comparison where the two are compared; null unless they differ
   */
  record Whole(
      @Nullable Acceptance accepted,
      @Nullable String bindingSha256,
      @Nullable Boolean differs,
      @Nullable String comparison) {}
}
