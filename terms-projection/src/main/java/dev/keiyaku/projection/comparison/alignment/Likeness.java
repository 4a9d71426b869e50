package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.TermsNode;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How alike two nodes are, from 0 to 1: the share of neighbouring characters that both have, in
 * headings and words of all that is below them.
 */
final class Likeness {

  private final Wordings words;

  /** In ascending order, repeated as often as they occur. */
  private final Map<TermsNode, int[]> known = new IdentityHashMap<>();

  Likeness(Wordings words) {
    this.words = words;
  }

  double of(TermsNode from, TermsNode to) {
    var left = pairs(from);
    var right = pairs(to);
    int all = left.length + right.length;
    return all == 0 ? 0 : 2.0 * common(left, right) / all;
  }

  private static int common(int[] left, int[] right) {
    int common = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        common++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  private int[] pairs(TermsNode node) {
    var pairs = known.get(node);
    if (pairs == null) {
      pairs = all(node).toArray();
      Arrays.sort(pairs);
      known.put(node, pairs);
    }
    return pairs;
  }

  private IntStream all(TermsNode node) {
    var own = IntStream.concat(pairs(words.of(node.heading())), pairs(words.of(node.text())));
    return node.children().isEmpty()
        ? own
        : IntStream.concat(own, node.children().stream().flatMapToInt(this::all));
  }

  private static IntStream pairs(String text) {
    return IntStream.range(1, text.length()).map(at -> text.charAt(at - 1) << 16 | text.charAt(at));
  }
}
