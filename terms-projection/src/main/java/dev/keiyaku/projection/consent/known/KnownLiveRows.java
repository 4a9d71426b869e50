package dev.keiyaku.projection.consent.known;

import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contract and its acts as they are known now. */
@Component
class KnownLiveRows implements LiveRows {

  private static final Knowing NOW = new Knowing(null);

  private final KnownContracts contracts;

  KnownLiveRows(KnownContracts contracts) {
    this.contracts = contracts;
  }

  @Override
  public String name() {
    return "known";
  }

  @Override
  public @Nullable Object folded(List<StoredEvent> events) {
    return events.isEmpty()
        ? null
        : Knowledge.of(
                SubscriptionTimeline.of(
                    events.stream().map(event -> event.recorded(SubscriptionEvent.class)).toList()))
            .now();
  }

  @Override
  public @Nullable Object live(String subscriptionId) {
    return contracts.of(List.of(subscriptionId), NOW).stream().findFirst().orElse(null);
  }
}
