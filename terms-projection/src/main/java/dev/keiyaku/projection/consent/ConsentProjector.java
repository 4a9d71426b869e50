package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.projection.terms.Recording;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Adds a row per act and item; everything else only moves the version on. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class ConsentProjector {

  private final ConsentRows consents;
  private final ConsentSubscriptions subscriptions;

  ConsentProjector(ConsentRows consents, ConsentSubscriptions subscriptions) {
    this.consents = consents;
    this.subscriptions = subscriptions;
  }

  @EventHandler(payloadType = SubscriptionEvent.class)
  void on(DomainEventMessage<SubscriptionEvent> message) {
    var sequence = message.getSequenceNumber();
    switch (message.getPayload()) {
      case SubscriptionApplied applied -> subscriptions.put(applied, sequence);
      case TermsAccepted accepted -> {
        Consent.of(message.getIdentifier(), sequence, Recording.of(message), accepted)
            .forEach(consents::add);
        subscriptions.reached(accepted.subscriptionId(), sequence);
      }
      case SubscriptionEvent other -> subscriptions.reached(other.subscriptionId(), sequence);
    }
  }
}
