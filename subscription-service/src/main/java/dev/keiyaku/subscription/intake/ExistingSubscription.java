package dev.keiyaku.subscription.intake;

import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.http.ClaimHolders;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Names the subscription that stands in the way, to whoever may see it. */
final class ExistingSubscription implements ClaimHolders {

  private final EventStore events;

  ExistingSubscription(EventStore events) {
    this.events = events;
  }

  @Override
  public Problem refusal(ClaimTakenException taken, Caller caller) {
    var refusal = Problem.of(ProblemCode.ALREADY_SUBSCRIBED);
    return mayBeSeen(taken.holder(), caller) ? refusal.with("existing", taken.holder()) : refusal;
  }

  private boolean mayBeSeen(String holder, Caller caller) {
    var stream = events.readEvents(holder);
    return stream.hasNext()
        && stream.next().getPayload() instanceof SubscriptionApplied applied
        && caller.sees(applied.belongsToIsp());
  }
}
