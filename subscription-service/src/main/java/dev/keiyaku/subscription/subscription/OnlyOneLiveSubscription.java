package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.eventstore.Claim;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One live subscription per subscriber and product, over effective intervals: each holds the claim
 * from its application to its end. Appended with the events; the store refuses an overlap.
 */
record OnlyOneLiveSubscription(SubscriptionApplied applied) {

  /** The claim to append when an entry changes the contract's interval. */
  Optional<Claim> changed(Life before, Life after) {
    return Objects.equals(before.beginsAt(), after.beginsAt())
            && Objects.equals(before.endsAt(), after.endsAt())
        ? Optional.empty()
        : Optional.of(claim(after));
  }

  private Claim claim(Life life) {
    Instant begin = life.beginsAt();
    return begin == null
        ? Claim.released(key(), applied.subscriptionId())
        : new Claim(key(), applied.subscriptionId(), begin, life.endsAt());
  }

  private String key() {
    return applied.subscriberId() + "|" + applied.product().name();
  }
}
