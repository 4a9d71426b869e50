package dev.keiyaku.eventstore;

import java.util.List;
import java.util.Optional;

/** The stored events, for readers beside the processors: the feed, replays, audit. */
public interface StoredEvents {

  /**
   * A page in order. Events become visible in the order of their index: when a page ends at an
   * index, nothing below it is ever added.
   *
   * @param after exclusive; 0 for the beginning
   * @param limit at most so many
   */
  List<StoredEvent> page(long after, int limit);

  /** A whole stream in order; empty when there is none. */
  List<StoredEvent> ofAggregate(String aggregateId);

  /** One event by its id. */
  Optional<StoredEvent> byId(String eventId);

  /** The index of the last event; 0 when there is none. */
  long head();
}
