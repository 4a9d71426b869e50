package dev.keiyaku.eventstore;

import java.time.Instant;

/**
 * A subject's key that becomes durable with the first text sealed under it. A subject has one live
 * key: whoever comes second decides again.
 *
 * @param keyId a UUID
 * @param wrapped encrypted by the master key
 * @param madeAt UTC
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a wrapped key is bytes.
public record NewKey(String keyId, String subject, byte[] wrapped, Instant madeAt) {}
