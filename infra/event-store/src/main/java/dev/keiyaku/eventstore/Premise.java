package dev.keiyaku.eventstore;

/**
 * What a decision took for true from memory, without asking the store. It is looked at when the
 * decision is appended, under the lock of all appends; when it no longer holds, nothing is written
 * and the command is to be decided again.
 */
public sealed interface Premise {

  /**
   * That nothing was appended to a stream since.
   *
   * @param version the last sequence number known; -1 for none
   */
  record StreamStands(String stream, long version) implements Premise {}

  /** That a subject's key is not erased. */
  record KeyLives(String keyId) implements Premise {}
}
