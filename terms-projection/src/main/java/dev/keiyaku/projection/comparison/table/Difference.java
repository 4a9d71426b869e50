package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.projection.comparison.wording.Edit;
import dev.keiyaku.projection.comparison.wording.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A true difference between the versions, marked by nobody's hand.
 *
 * @param from null when it is inserted
 * @param to null when it is deleted
 * @param edits words for words, in order
 */
public record Difference(Change change, @Nullable Spot from, @Nullable Spot to, List<Words> edits) {

  /**
   * Words for words.
   *
   * @param from verbatim; empty when only something is inserted
   * @param to verbatim; empty when only something is deleted
   */
  public record Words(Part part, String from, String to) {

    static Stream<Words> of(Part part, Wording wording) {
      return wording.edits().stream().map(edit -> of(part, edit));
    }

    private static Words of(Part part, Edit edit) {
      return new Words(part, edit.from(), edit.to());
    }
  }
}
