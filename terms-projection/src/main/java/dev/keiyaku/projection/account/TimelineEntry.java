package dev.keiyaku.projection.account;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.eventstore.StoredEvent;
import java.time.Instant;

/**
 * A row of the timeline: an event with everything that is known of its recording.
 *
 * @param position its index among all events
 * @param effectiveAt when it holds, as entered, UTC
 * @param recordedAt when we learned it, UTC
 */
public record TimelineEntry(
    String subscriptionId,
    long sequence,
    String eventId,
    long position,
    EventNames.Name name,
    Instant effectiveAt,
    Instant recordedAt,
    Provenance by,
    SubscriptionEvent event) {

  /** An event as it stands in the store. */
  public static TimelineEntry of(StoredEvent stored) {
    return of(
        stored.recorded(SubscriptionEvent.class),
        stored.globalIndex(),
        Provenance.of(stored.recordedBy()));
  }

  static TimelineEntry of(RecordedEvent<SubscriptionEvent> recorded, long position, Provenance by) {
    var event = recorded.event();
    return new TimelineEntry(
        event.subscriptionId(),
        recorded.sequence(),
        recorded.eventId(),
        position,
        EventNames.nameOf(event.getClass()),
        event.effectiveAt(),
        recorded.recordedAt(),
        by,
        event);
  }

  /** As the contract's fold takes it. */
  public RecordedEvent<SubscriptionEvent> recorded() {
    return new RecordedEvent<>(eventId, sequence, recordedAt, event);
  }
}
