package dev.keiyaku.projection.comparison.wording;

import java.util.List;
import java.util.stream.Stream;

/**
 * One text beside another. The runs of each side together are its text, verbatim; what is {@link
 * Mark#KEPT} is, in order, the same on both.
 *
 * @param edits what was changed, in order
 */
public record Wording(List<Run> from, List<Run> to, List<Edit> edits) {

  /** Compares two texts. */
  public static Wording of(String from, String to) {
    if (from.equals(to)) {
      return beside(from, to);
    }
    return from.isEmpty() || to.isEmpty()
        ? replaced(from, to)
        : new Comparing(Tokens.of(from), Tokens.of(to)).wording();
  }

  /** Two texts of which nothing is said. */
  public static Wording beside(String from, String to) {
    return new Wording(Run.of(from, Mark.KEPT), Run.of(to, Mark.KEPT), List.of());
  }

  private static Wording replaced(String from, String to) {
    return new Wording(
        Run.of(from, Mark.CHANGED), Run.of(to, Mark.CHANGED), List.of(new Edit(from, to)));
  }

  public boolean wordsChanged() {
    return !edits.isEmpty();
  }

  /** Whether the words are the same and only their writing differs. */
  public boolean onlyForm() {
    return edits.isEmpty() && Stream.concat(from.stream(), to.stream()).anyMatch(Wording::isForm);
  }

  private static boolean isForm(Run run) {
    return run.mark() == Mark.FORM;
  }
}
