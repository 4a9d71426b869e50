package dev.keiyaku.projection.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.keiyaku.eventstore.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as CloudEvents 1.0 (JSON) with our extensions.
 *
 * @param type the stored name and its revision, such as {@code subscription.suspended.1}
 * @param subject the subscription's id, or the terms document's name
 * @param time when it was recorded, UTC: when it came to be known
 * @param sequence its position as 19 digits, so that texts sort as positions do
 * @param partitionkey events of the same key are in the order of their stream
 * @param streamversion its place in its stream, from 0: what an ETag and {@code minVersion} speak
 *     of
 * @param recordedtime the same as {@code time}
 * @param effectivetime when it holds, UTC; null when its start is not known
 * @param data the payload as stored, sealed texts masked
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time"})
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    String dataschema,
    String sequence,
    String partitionkey,
    long streamversion,
    Instant recordedtime,
    @Nullable Instant effectivetime,
    @Nullable String correlationid,
    @Nullable String causationid,
    JsonNode data) {

  /** Who makes the events, whoever hands them out. */
  static final String SOURCE = "urn:keiyaku:subscription-service";

  static CloudEvent of(StoredEvent stored) {
    var by = stored.recordedBy();
    var type = stored.name() + "." + stored.revision();
    return new CloudEvent(
        "1.0",
        stored.eventId(),
        SOURCE,
        type,
        stored.aggregateId(),
        stored.recordedAt(),
        "application/json",
        "urn:keiyaku:event:" + type,
        "%019d".formatted(stored.globalIndex()),
        stored.aggregateId(),
        stored.sequence(),
        stored.recordedAt(),
        stored.effectiveAt(),
        by.get("correlationId"),
        by.get("causationId"),
        Payload.masked(stored.payload()));
  }
}
