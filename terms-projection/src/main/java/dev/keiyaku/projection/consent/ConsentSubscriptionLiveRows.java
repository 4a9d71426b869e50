package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose consents, and how far their rows have come. */
@Component
class ConsentSubscriptionLiveRows implements LiveRows {

  private final ConsentSubscriptions subscriptions;

  ConsentSubscriptionLiveRows(ConsentSubscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public String name() {
    return "consentSubscription";
  }

  @Override
  public @Nullable Object folded(List<StoredEvent> events) {
    return events.stream()
        .map(StoredEvent::event)
        .filter(SubscriptionApplied.class::isInstance)
        .map(SubscriptionApplied.class::cast)
        .findFirst()
        .map(applied -> ConsentSubscription.of(applied, events.getLast().sequence()))
        .orElse(null);
  }

  @Override
  public @Nullable Object live(String subscriptionId) {
    return subscriptions.of(subscriptionId).orElse(null);
  }
}
