package dev.keiyaku.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * A command's answer, kept for good under its client's idempotency key. Nothing personal belongs in
 * it: it is stored as it is.
 *
 * @param client the client id of the token
 * @param idempotencyKey the client's key
 * @param requestMac {@link Receipts#mac} of the request
 * @param status the HTTP status answered
 * @param location the answer's Location; null when it had none
 * @param version the stream version answered
 * @param body the answer's JSON
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a MAC is bytes.
public record Receipt(
    String client,
    String idempotencyKey,
    byte[] requestMac,
    int status,
    @Nullable String location,
    long version,
    String body) {}
