package dev.keiyaku.eventstore;

import java.time.Instant;

/**
 * A receipt as found again.
 *
 * @param position the global index of the last event appended with it
 * @param recordedAt when that was, UTC
 */
public record StoredReceipt(Receipt receipt, long position, Instant recordedAt) {}
