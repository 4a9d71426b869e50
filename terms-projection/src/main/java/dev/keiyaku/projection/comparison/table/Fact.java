package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.projection.comparison.wording.Run;
import dev.keiyaku.projection.comparison.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a version says as data, beside what the other says of it: its title, its vendor, a
 * governing document.
 *
 * @param from null when the old version does not say it
 * @param to null when the new version does not say it
 */
public record Fact(Change change, @Nullable Said from, @Nullable Said to) {

  /**
   * What is said.
   *
   * @param path the node that says it; null when it is said of the whole version
   */
  public record Said(List<Run> words, @Nullable String path) {}

  static Fact of(String from, String to) {
    var wording = Wording.of(from, to);
    return new Fact(change(wording), new Said(wording.from(), null), new Said(wording.to(), null));
  }

  private static Change change(Wording wording) {
    if (wording.wordsChanged()) {
      return Change.CHANGED;
    }
    return wording.onlyForm() ? Change.FORM : Change.UNCHANGED;
  }
}
