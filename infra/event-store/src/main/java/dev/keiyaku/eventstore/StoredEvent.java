package dev.keiyaku.eventstore;

import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row holds it.
 *
 * @param globalIndex its position among all events; commits happen in this order
 * @param eventId a UUIDv7
 * @param aggregateType such as {@code Subscription}
 * @param sequence its place in its stream, from 0
 * @param name the logical name, such as {@code subscription.suspended}
 * @param revision of the stored shape, from 1
 * @param effectiveAt when it holds, UTC; null when its start is not known
 * @param recordedAt when it was recorded, UTC, microseconds
 * @param payload the JSON as stored
 * @param metadata the JSON as stored
 * @param mac the writer's MAC
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a MAC is bytes.
public record StoredEvent(
    long globalIndex,
    String eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String name,
    int revision,
    @Nullable Instant effectiveAt,
    Instant recordedAt,
    String payload,
    String metadata,
    byte[] mac) {

  /**
   * The event itself.
   *
   * @throws UnknownEventException when this program does not know it, or cannot read it
   */
  public DomainEvent event() {
    return EventJson.event(name, revision, payload);
  }

  /** The event with the marks of its recording, as the contract's folds take it. */
  public <E extends DomainEvent> RecordedEvent<E> recorded(Class<E> kind) {
    return new RecordedEvent<>(eventId, sequence, recordedAt, kind.cast(event()));
  }

  /** Who recorded it and from what: actor, role, client, isp, correlationId, causationId. */
  public Map<String, String> recordedBy() {
    return EventJson.metadata(metadata);
  }
}
