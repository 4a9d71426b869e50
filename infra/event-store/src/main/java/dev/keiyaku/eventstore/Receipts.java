package dev.keiyaku.eventstore;

import java.util.Optional;

/** The receipts of commands that succeeded. They never expire. */
public interface Receipts {

  /** The receipt of a client's key; empty when no command succeeded under it. */
  Optional<StoredReceipt> find(String client, String idempotencyKey);

  /** A keyed hash of a request, to tell the same request from another without storing it. */
  byte[] mac(byte[] request);
}
