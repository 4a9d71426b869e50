package dev.keiyaku.eventstore.append;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of an event that are written, without its index and its MAC. */
public record EventRow(
    String eventId,
    String aggregateType,
    String aggregateId,
    long sequence,
    String name,
    int revision,
    @Nullable Instant effectiveAt,
    Instant recordedAt,
    String payload,
    String metadata) {}
