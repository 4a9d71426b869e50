package dev.keiyaku.eventstore.processing;

import java.util.List;
import java.util.Optional;

/** The events that processors could not handle, for operators. */
public interface DeadLetters {

  /** All of them, stream by stream, the oldest first. */
  List<ParkedEvent> all();

  /** One letter. */
  Optional<ParkedEvent> byId(String id);

  /** How many there are. */
  long count();

  /**
   * Tries a letter's stream again, from its first letter on, one after the other.
   *
   * @return whether all of the stream's letters were handled; false when one failed again, or when
   *     another node is at it
   */
  boolean retry(String id);

  /**
   * Gives one letter up. Its event stays unhandled: the read model is then wrong until it is
   * rebuilt.
   *
   * @return false when there is no such letter
   */
  boolean discard(String id);
}
