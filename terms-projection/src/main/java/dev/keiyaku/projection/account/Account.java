package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.Intervals;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Objection;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.projection.consent.Acceptance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands of a subscription, as its rows hold it: intervals, from which the state at any
 * instant is computed when asked.
 *
 * @param version the stream version it was computed from
 * @param beginsAt the first instant of the contract, UTC; null when its application was voided
 * @param activatedAt when use began or begins, UTC; null while that is not known
 * @param endsAt the first instant after the contract, UTC; null while no end is known
 * @param suspensions those that stand, withdrawn ones included, by start
 * @param acceptances those that stand, by time
 * @param objections those that stand, withdrawn ones included, by time
 * @param consentWithdrawals those that stand, settled ones included, by time
 */
public record Account(
    String subscriptionId,
    long version,
    String subscriberId,
    Product product,
    Channel channel,
    @Nullable String belongsToIsp,
    @Nullable String billingOperator,
    @Nullable NetworkContract networkContract,
    @Nullable String vendorAccountReference,
    @Nullable Instant beginsAt,
    @Nullable Instant activatedAt,
    @Nullable Instant endsAt,
    @Nullable String cancellationId,
    List<Suspension> suspensions,
    List<Acceptance> acceptances,
    List<Objection> objections,
    List<ConsentWithdrawal> consentWithdrawals) {

  /** What a timeline comes to; empty when nothing is recorded. */
  public static Optional<Account> of(SubscriptionTimeline timeline) {
    return timeline
        .applied()
        .map(applied -> {
          var life = timeline.life();
          var activated = life.activation().map(Fact::event).map(SubscriptionActivated.class::cast);
          var cancelled =
              life.cancellation().map(Fact::event).map(SubscriptionCancelled.class::cast);
          return new Account(
              applied.subscriptionId(),
              timeline.version(),
              applied.subscriberId(),
              applied.product(),
              applied.channel(),
              applied.belongsToIsp(),
              applied.billingOperator(),
              applied.networkContract(),
              activated.map(SubscriptionActivated::vendorAccountReference).orElse(null),
              life.beginsAt(),
              life.activation().map(Fact::effectiveAt).orElse(null),
              life.endsAt(),
              cancelled.map(SubscriptionCancelled::cancellationId).orElse(null),
              life.suspensions(),
              Acceptance.of(life),
              life.objections(),
              life.consentWithdrawals());
        });
  }

  /** The effective state at an instant, UTC. */
  public State at(Instant at) {
    return new Intervals(true, beginsAt, activatedAt, endsAt, suspensions).at(at);
  }

  /** What an agent has to see at an instant, UTC; nothing unless the contract lives then. */
  public Set<Flag> flags(Instant at) {
    return at(at).status().isLive() ? flagged().at(at) : Set.of();
  }

  Flags flagged() {
    return new Flags(objections, consentWithdrawals);
  }
}
