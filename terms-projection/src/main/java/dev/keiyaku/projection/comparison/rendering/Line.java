package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.projection.comparison.table.Change;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the printed table.
 *
 * @param level how deep it is indented, from 0
 * @param from null when the old version has nothing here
 * @param to null when the new version has nothing here
 * @param remark for 備考, or for the empty side; empty when there is nothing to remark
 */
record Line(
    Kind kind, int level, Change change, @Nullable Half from, @Nullable Half to, String remark) {

  enum Kind {
    CHAPTER,
    CAPTION,
    TEXT,
    /** The column titles of a definition table. */
    TERMS,
    /** A definition: its number and term, and its meaning. */
    TERM
  }

  /**
   * One side of it.
   *
   * @param title number and heading; of a definition number and term
   * @param omitted whether （略） stands for the words
   */
  record Half(List<Run> title, List<Run> text, boolean omitted) {}

  /** Whether all that differs is how the words are written, so that this is worth a mark. */
  boolean onlyForm() {
    return change == Change.FORM;
  }
}
