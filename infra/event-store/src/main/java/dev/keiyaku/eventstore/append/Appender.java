package dev.keiyaku.eventstore.append;

/** Makes one request durable, whole or not at all. The one place that writes events. */
public interface Appender {

  /**
   * Writes the request and commits. When this returns, it is on disk.
   *
   * @return the index of the last event
   * @throws org.axonframework.modelling.command.ConcurrencyException another writer took the
   *     version
   * @throws dev.keiyaku.eventstore.ClaimTakenException another holder has a claimed key
   * @throws dev.keiyaku.eventstore.ReceiptExistsException the idempotency key has succeeded before
   * @throws dev.keiyaku.eventstore.StoreBusyException too many wait; nothing is written
   * @throws org.axonframework.eventsourcing.eventstore.EventStoreException anything else; after a
   *     lost connection the outcome is not known, and the receipt tells it
   */
  long append(AppendBatch batch);
}
