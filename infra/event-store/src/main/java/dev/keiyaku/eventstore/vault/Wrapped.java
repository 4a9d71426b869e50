package dev.keiyaku.eventstore.vault;

/** A subject's key as stored: encrypted by the master key. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a wrapped key is bytes.
record Wrapped(String keyId, String subject, byte[] bytes) {}
