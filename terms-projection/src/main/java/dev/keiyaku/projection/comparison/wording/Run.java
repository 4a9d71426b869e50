package dev.keiyaku.projection.comparison.wording;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Characters that belong together, as they are stored.
 *
 * @param text verbatim; never empty
 */
public record Run(String text, Mark mark) {

  /** A text of which nothing is said; no run when there is none. */
  public static List<Run> of(String text, Mark mark) {
    return text.isEmpty() ? List.of() : List.of(new Run(text, mark));
  }

  /** The text of runs, verbatim. */
  public static String text(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }

  public boolean changed() {
    return mark == Mark.CHANGED;
  }
}
