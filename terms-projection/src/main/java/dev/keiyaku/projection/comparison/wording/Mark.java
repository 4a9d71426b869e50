package dev.keiyaku.projection.comparison.wording;

/** What is said of a run of characters. */
public enum Mark {
  /** The other side has it, to the character. */
  KEPT,
  /** Deleted, on the old side; inserted, on the new. */
  CHANGED,
  /**
   * The other side has the same word, written otherwise: width, glyph variant, blanks, line ends.
   */
  FORM
}
