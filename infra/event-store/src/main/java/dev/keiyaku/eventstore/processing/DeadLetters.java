package dev.keiyaku.eventstore.processing;

import java.util.List;
import java.util.Optional;

/** The events that processors could not handle, for operators. */
public interface DeadLetters {

  /**
   * A letter's place in the list, stream by stream, and within one by the events' places.
   *
   * @param id of the letter: several processors may have parked the same event
   */
  record Place(String aggregateId, long sequence, String id) {

    /** Before every letter. */
    public static final Place START = new Place("", -1, "");

    /** Where a letter is. */
    public static Place of(ParkedEvent letter) {
      return new Place(letter.aggregateId(), letter.sequence(), letter.id());
    }
  }

  /** The letters behind a place, exclusive, at most so many. */
  List<ParkedEvent> page(Place after, int limit);

  /** All letters that are tried together with this one, itself included, in their order. */
  List<ParkedEvent> ofStream(ParkedEvent letter);

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
