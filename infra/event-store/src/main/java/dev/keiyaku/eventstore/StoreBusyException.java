package dev.keiyaku.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Nothing was written, for too many are waiting, or the store is closing. Come again soon. */
public final class StoreBusyException extends EventStoreException {

  /** With the reason. */
  public StoreBusyException(String message) {
    super(message);
  }
}
