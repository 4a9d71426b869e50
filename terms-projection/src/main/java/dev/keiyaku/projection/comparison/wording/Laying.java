package dev.keiyaku.projection.comparison.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays both texts out as runs: word by word where they are the same, and gap by gap between. Blanks
 * at the edge of a gap are no part of what was changed.
 */
final class Laying {

  private final List<Token> from;
  private final List<Token> to;
  private final Comparing.Kept kept;
  private final Runs fromRuns = new Runs();
  private final Runs toRuns = new Runs();
  private final List<Edit> edits = new ArrayList<>();
  private int fromAt;
  private int fromWord;

  Laying(List<Token> from, List<Token> to, Comparing.Kept kept) {
    this.from = from;
    this.to = to;
    this.kept = kept;
  }

  Wording wording() {
    var gap = new ArrayList<Token>();
    int word = 0;
    for (var token : to) {
      int same = token.counts() ? kept.of(word) : -1;
      word += token.counts() ? 1 : 0;
      if (same < 0) {
        gap.add(token);
      } else {
        between(before(same), gap);
        gap.clear();
        keep(from.get(fromAt++), token);
        fromWord++;
      }
    }
    between(from.subList(fromAt, from.size()), gap);
    return new Wording(fromRuns.all(), toRuns.all(), List.copyOf(edits));
  }

  /** What stands on the old side before a word of it. */
  private List<Token> before(int word) {
    int start = fromAt;
    while (fromWord < word || !from.get(fromAt).counts()) {
      fromWord += from.get(fromAt).counts() ? 1 : 0;
      fromAt++;
    }
    return from.subList(start, fromAt);
  }

  private void keep(Token old, Token amended) {
    var mark = old.text().equals(amended.text()) ? Mark.KEPT : Mark.FORM;
    fromRuns.add(old.text(), mark);
    toRuns.add(amended.text(), mark);
  }

  private void between(List<Token> old, List<Token> amended) {
    var left = Gap.of(old);
    var right = Gap.of(amended);
    typography(left.lead(), right.lead());
    var narrowed = Narrowing.of(left.words(), right.words());
    keep(narrowed.head());
    fromRuns.add(narrowed.from(), Mark.CHANGED);
    toRuns.add(narrowed.to(), Mark.CHANGED);
    if (!narrowed.from().isEmpty() || !narrowed.to().isEmpty()) {
      tell(left.words(), right.words(), narrowed);
    }
    keep(narrowed.tail());
    typography(left.trail(), right.trail());
  }

  /**
   * A comma that goes beside a name that changes is an edit of its own: it is easily overlooked.
   */
  private void tell(List<Token> old, List<Token> amended, Narrowing narrowed) {
    int more = old.size() - amended.size();
    if (more == 1 && apart(old, amended)) {
      edits.add(new Edit(old.getFirst().text(), ""));
      edits.add(new Edit(Gap.text(old.subList(1, old.size())), narrowed.to()));
    } else if (more == -1 && apart(amended, old)) {
      edits.add(new Edit("", amended.getFirst().text()));
      edits.add(new Edit(narrowed.from(), Gap.text(amended.subList(1, amended.size()))));
    } else {
      edits.add(new Edit(narrowed.from(), narrowed.to()));
    }
  }

  private static boolean apart(List<Token> longer, List<Token> shorter) {
    return !shorter.isEmpty()
        && longer.getFirst().script() == Script.SIGN
        && shorter.getFirst().script() != Script.SIGN
        && longer.get(1).script() == shorter.getFirst().script();
  }

  private void keep(String text) {
    fromRuns.add(text, Mark.KEPT);
    toRuns.add(text, Mark.KEPT);
  }

  private void typography(String old, String amended) {
    var mark = old.equals(amended) ? Mark.KEPT : Mark.FORM;
    fromRuns.add(old, mark);
    toRuns.add(amended, mark);
  }
}
