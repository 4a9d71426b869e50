package dev.keiyaku.projection.account;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.eventstore.processing.EventBatch;
import dev.keiyaku.eventstore.processing.ReadModel;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/**
 * Puts each event on its timeline, and computes the account anew from all that is on it. So a
 * correction of long ago is right by construction, and an event seen twice changes nothing.
 */
@Component
@ProcessingGroup(ReadModel.GROUP)
public class AccountProjector {

  private final Timelines timelines;
  private final Accounts accounts;

  AccountProjector(Timelines timelines, Accounts accounts) {
    this.timelines = timelines;
    this.accounts = accounts;
  }

  @EventHandler(payloadType = SubscriptionEvent.class)
  void on(DomainEventMessage<SubscriptionEvent> message, TrackingToken token) {
    var recorded =
        new RecordedEvent<>(
            message.getIdentifier(),
            message.getSequenceNumber(),
            message.getTimestamp(),
            message.getPayload());
    on(
        TimelineEntry.of(
            recorded, token.position().orElseThrow(), Provenance.of(message.getMetaData())));
  }

  void on(TimelineEntry entry) {
    timelines.put(entry);
    var timeline = Timelines.fold(with(entry));
    accounts.put(
        Account.of(timeline)
            .orElseThrow(() -> new IllegalStateException("No application in the stream")));
  }

  private List<TimelineEntry> with(TimelineEntry entry) {
    return EventBatch.current()
        .map(batch ->
            batch.part(
                TimelinesOfBatch.class, () -> TimelinesOfBatch.read(timelines, batch.streams())))
        .map(known -> known.with(entry))
        .orElseGet(() -> timelines.of(entry.subscriptionId()));
  }
}
