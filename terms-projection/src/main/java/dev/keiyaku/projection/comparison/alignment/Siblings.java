package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.TermsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds for each of some nodes which of some others it became, surest first: the same words at the
 * same path; the same words; the same path and much alike; much alike; the same path.
 */
final class Siblings {

  private static final double ALIKE = 0.5;

  /** Comparing each with each ends here; what is left over is paired by path. */
  private static final int MOST_COMPARED = 40_000;

  private final List<Place> from;
  private final List<Place> to;
  private final Signature signature;
  private final Likeness likeness;
  private final int[] became;
  private final boolean[] taken;

  Siblings(List<Place> from, List<Place> to, Signature signature, Likeness likeness) {
    this.from = from;
    this.to = to;
    this.signature = signature;
    this.likeness = likeness;
    this.became = new int[from.size()];
    Arrays.fill(became, -1);
    this.taken = new boolean[to.size()];
  }

  /** Per old node the index of the new one; -1 for none. */
  int[] matched() {
    byKey(node -> node.path() + " " + signature.of(node), 0);
    byKey(signature::of, 0);
    byKey(Siblings::pathAndKind, ALIKE);
    byLikeness();
    byKey(Siblings::pathAndKind, 0);
    return became;
  }

  private static String pathAndKind(TermsNode node) {
    return node.path() + " " + node.kind();
  }

  private void byKey(Function<TermsNode, String> key, double alike) {
    Map<String, Deque<Integer>> waiting = new HashMap<>();
    for (int j = 0; j < to.size(); j++) {
      if (!taken[j]) {
        waiting.computeIfAbsent(key.apply(to.get(j).node()), _ -> new ArrayDeque<>()).add(j);
      }
    }
    for (int i = 0; i < from.size(); i++) {
      var found = became[i] >= 0 ? null : waiting.get(key.apply(from.get(i).node()));
      if (found != null
          && !found.isEmpty()
          && (alike == 0 || alike(i, found.getFirst()) >= alike)) {
        take(i, found.removeFirst());
      }
    }
  }

  private record Candidate(int from, int to, double alike) {}

  private void byLikeness() {
    var old = free(became);
    var amended = new ArrayList<Integer>();
    for (int j = 0; j < to.size(); j++) {
      if (!taken[j]) {
        amended.add(j);
      }
    }
    if ((long) old.size() * amended.size() > MOST_COMPARED) {
      return;
    }
    old.stream()
        .flatMap(i -> amended.stream().map(j -> new Candidate(i, j, alike(i, j))))
        .filter(candidate -> candidate.alike >= ALIKE)
        .sorted(Comparator.comparingDouble(Candidate::alike).reversed())
        .forEach(candidate -> {
          if (became[candidate.from] < 0 && !taken[candidate.to]) {
            take(candidate.from, candidate.to);
          }
        });
  }

  private static List<Integer> free(int[] became) {
    var free = new ArrayList<Integer>();
    for (int i = 0; i < became.length; i++) {
      if (became[i] < 0) {
        free.add(i);
      }
    }
    return free;
  }

  private double alike(int i, int j) {
    var left = from.get(i).node();
    var right = to.get(j).node();
    return left.kind() == right.kind() ? likeness.of(left, right) : 0;
  }

  private void take(int i, int j) {
    became[i] = j;
    taken[j] = true;
  }
}
