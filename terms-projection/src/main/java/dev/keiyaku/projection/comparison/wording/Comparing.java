package dev.keiyaku.projection.comparison.wording;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two lists of words, aligned by the words that count. */
final class Comparing {

  /** Past so many words in which two texts may differ, the whole middle is shown as replaced. */
  private static final int MOST = 3_000;

  /** Below this share of common characters, what is common is chance: particles and commas. */
  private static final double LEAST_ALIKE = 0.3;

  private final List<Token> from;
  private final List<Token> to;
  private final List<Token> fromWords;
  private final List<Token> toWords;

  Comparing(List<Token> from, List<Token> to) {
    this.from = from;
    this.to = to;
    this.fromWords = from.stream().filter(Token::counts).toList();
    this.toWords = to.stream().filter(Token::counts).toList();
  }

  Wording wording() {
    var kept = kept(prefix());
    boolean chance = alike(kept) < LEAST_ALIKE && !kept.isInOnePlace();
    return new Laying(from, to, chance ? Kept.NONE : kept).wording();
  }

  /** Which word of the new text is which of the old; -1 for none. */
  record Kept(int[] inFrom, int fromWords) {
    static final Kept NONE = new Kept(new int[0], 0);

    /** Whether all that changed stands together: then what is around it is no chance. */
    boolean isInOnePlace() {
      int gaps = 0;
      int from = -1;
      int to = -1;
      for (int j = 0; j < inFrom.length; j++) {
        if (inFrom[j] >= 0) {
          gaps += inFrom[j] == from + 1 && j == to + 1 ? 0 : 1;
          from = inFrom[j];
          to = j;
        }
      }
      return gaps + (from == fromWords - 1 && to == inFrom.length - 1 ? 0 : 1) == 1;
    }

    int of(int toWord) {
      return toWord < inFrom.length ? inFrom[toWord] : -1;
    }
  }

  private Kept kept(int prefix) {
    int suffix = suffix(prefix);
    var pairs = new int[toWords.size()];
    Arrays.fill(pairs, -1);
    for (int i = 0; i < prefix; i++) {
      pairs[i] = i;
    }
    for (int i = 1; i <= suffix; i++) {
      pairs[toWords.size() - i] = fromWords.size() - i;
    }
    middle(prefix, suffix, pairs);
    return new Kept(pairs, fromWords.size());
  }

  private void middle(int prefix, int suffix, int[] pairs) {
    var old = keys(fromWords.subList(prefix, fromWords.size() - suffix));
    var amended = keys(toWords.subList(prefix, toWords.size() - suffix));
    if (old.isEmpty() || amended.isEmpty() || old.size() + amended.size() > MOST) {
      return;
    }
    var patch = DiffUtils.diff(old, amended, new MyersDiffWithLinearSpace<>());
    int i = 0;
    int j = 0;
    var deltas = new ArrayList<AbstractDelta<String>>(patch.getDeltas());
    for (var delta : deltas) {
      while (j < delta.getTarget().getPosition()) {
        pairs[prefix + j++] = prefix + i++;
      }
      i = delta.getSource().getPosition() + delta.getSource().size();
      j = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    while (j < amended.size()) {
      pairs[prefix + j++] = prefix + i++;
    }
  }

  private int prefix() {
    int most = Math.min(fromWords.size(), toWords.size());
    int same = 0;
    while (same < most && same(same, same)) {
      same++;
    }
    return same;
  }

  private int suffix(int prefix) {
    int most = Math.min(fromWords.size(), toWords.size()) - prefix;
    int same = 0;
    while (same < most && same(fromWords.size() - 1 - same, toWords.size() - 1 - same)) {
      same++;
    }
    return same;
  }

  private boolean same(int i, int j) {
    return fromWords.get(i).key().equals(toWords.get(j).key());
  }

  private double alike(Kept kept) {
    int common = 0;
    for (int j = 0; j < toWords.size(); j++) {
      common += kept.of(j) < 0 ? 0 : toWords.get(j).key().length();
    }
    int all = length(fromWords) + length(toWords);
    return all == 0 ? 1 : 2.0 * common / all;
  }

  private static int length(List<Token> words) {
    return words.stream().mapToInt(word -> word.key().length()).sum();
  }

  private static List<String> keys(List<Token> words) {
    return words.stream().map(Token::key).toList();
  }
}
