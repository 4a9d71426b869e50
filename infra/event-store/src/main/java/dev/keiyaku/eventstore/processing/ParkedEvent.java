package dev.keiyaku.eventstore.processing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that its processor could not handle, or one that waits behind such a one.
 *
 * @param id of the letter
 * @param group whose processor
 * @param aggregateId the stream that waits
 * @param sequence the event's place in its stream
 * @param eventId the event
 * @param name its logical name
 * @param cause the class of the failure; null when it only waits behind another
 * @param message what the failure said; null likewise
 * @param parkedAt when, UTC
 * @param touchedAt when it was last tried, UTC
 */
public record ParkedEvent(
    String id,
    String group,
    String aggregateId,
    long sequence,
    String eventId,
    String name,
    @Nullable String cause,
    @Nullable String message,
    Instant parkedAt,
    Instant touchedAt) {}
