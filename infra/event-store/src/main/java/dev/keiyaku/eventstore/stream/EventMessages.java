package dev.keiyaku.eventstore.stream;

import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.append.EventRow;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Axon's messages as rows, and rows as Axon's entries. */
final class EventMessages {

  private EventMessages() {}

  /**
   * The row of a message.
   *
   * @throws IllegalArgumentException unless it is an aggregate's event of the contract
   */
  static EventRow row(EventMessage<?> message, Serializer serializer) {
    if (!(message instanceof DomainEventMessage<?> event)
        || !(message.getPayload() instanceof DomainEvent fact)) {
      throw new IllegalArgumentException(
          "Only aggregates record events, and only the contract's: " + message.getPayloadType());
    }
    SerializedObject<String> payload = event.serializePayload(serializer, String.class);
    return new EventRow(
        event.getIdentifier(),
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload.getType().getName(),
        Integer.parseInt(payload.getType().getRevision()),
        fact.effectiveAt() == null ? null : fact.effectiveAt().truncatedTo(ChronoUnit.MICROS),
        event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
        payload.getData(),
        metadata(event.getMetaData()));
  }

  private static String metadata(Map<String, ?> metadata) {
    var sorted = new TreeMap<String, String>();
    metadata.forEach((name, value) -> {
      if (!(value instanceof String text)) {
        throw new IllegalArgumentException("Metadata must be text: " + name);
      }
      sorted.put(name, text);
    });
    return EventJson.mapper().writeValueAsString(sorted);
  }

  /** The time goes in as text: Axon would cut an instant to milliseconds. */
  static DomainEventData<byte[]> entry(StoredEvent event) {
    return new GenericDomainEventEntry<>(
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.eventId(),
        event.recordedAt().toString(),
        event.name(),
        Integer.toString(event.revision()),
        event.payload().getBytes(StandardCharsets.UTF_8),
        event.metadata().getBytes(StandardCharsets.UTF_8));
  }

  static TrackedEventData<byte[]> tracked(StoredEvent event) {
    return new TrackedDomainEventData<>(
        new GlobalSequenceTrackingToken(event.globalIndex()),
        (GenericDomainEventEntry<byte[]>) entry(event));
  }
}
