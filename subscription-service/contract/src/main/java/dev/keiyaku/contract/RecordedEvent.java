package dev.keiyaku.contract;

import java.time.Instant;

/**
 * An event with the marks of its recording.
 *
 * @param eventId the id that a correction names, a UUIDv7
 * @param sequence the stream version it brought, counted from 0
 * @param recordedAt when we learned it, UTC, microseconds
 * @param event the fact
 */
public record RecordedEvent<E extends DomainEvent>(
    String eventId, long sequence, Instant recordedAt, E event) {}
