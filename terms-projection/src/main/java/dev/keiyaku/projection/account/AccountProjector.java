package dev.keiyaku.projection.account;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.eventstore.processing.EventBatch;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.projection.consent.known.KnownContracts;
import java.util.Collection;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/**
 * Puts each event on its timeline, and computes the account anew from all that is on it, once for
 * all events of a batch. So a correction of long ago is right by construction, and an event seen
 * twice changes nothing.
 */
@Component
@ProcessingGroup(ReadModel.GROUP)
public class AccountProjector {

  private final Timelines timelines;
  private final Accounts accounts;
  private final KnownContracts known;

  AccountProjector(Timelines timelines, Accounts accounts, KnownContracts known) {
    this.timelines = timelines;
    this.accounts = accounts;
    this.known = known;
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
    EventBatch.current()
        .map(this::accounts)
        .ifPresentOrElse(
            batch -> batch.add(entry),
            () -> compute(timelines.of(entry.subscriptionId()), List.of(entry)));
  }

  private AccountsOfBatch accounts(EventBatch batch) {
    return batch.part(AccountsOfBatch.class, () -> new AccountsOfBatch(timelines, this::compute));
  }

  private void compute(List<TimelineEntry> entries, Collection<TimelineEntry> added) {
    var timeline = Timelines.fold(entries);
    accounts.put(
        Account.of(timeline)
            .orElseThrow(() -> new IllegalStateException("No application in the stream")));
    if (added.stream().map(TimelineEntry::event).anyMatch(KnownContracts::concerns)) {
      known.put(timeline);
    }
  }
}
