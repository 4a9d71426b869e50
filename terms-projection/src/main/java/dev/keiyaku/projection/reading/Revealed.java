package dev.keiyaku.projection.reading;

import org.jspecify.annotations.Nullable;

/**
 * Sealed text as an answer shows it: the text, or why it is not there. A text that cannot be read
 * is a marker, never a failure of the whole answer.
 *
 * @param text the text, for who may read it
 * @param erased true when the subscriber's key is erased, and the text with it
 * @param withheld true when the caller's role may not read it
 * @param broken true when the ciphertext was altered, or moved from elsewhere
 */
public record Revealed(
    @Nullable String text,
    @Nullable Boolean erased,
    @Nullable Boolean withheld,
    @Nullable Boolean broken) {

  static final Revealed ERASED = new Revealed(null, true, null, null);
  static final Revealed WITHHELD = new Revealed(null, null, true, null);
  static final Revealed BROKEN = new Revealed(null, null, null, true);

  static Revealed of(String text) {
    return new Revealed(text, null, null, null);
  }
}
