package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.projection.comparison.alignment.Pair.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was deleted in one place and inserted in another, in the same words or nearly, was moved.
 * The largest pieces first; what is below a piece that moved moved with it.
 */
final class Moves {

  private static final double NEARLY = 0.8;
  private static final int MOST_COMPARED = 40_000;

  private final Signature signature;
  private final Likeness likeness;
  private final BiFunction<Place, Place, List<Pair>> below;
  private final Map<Pair, Pair> moved = new IdentityHashMap<>();
  private final Set<Pair> settled = Collections.newSetFromMap(new IdentityHashMap<>());

  Moves(Signature signature, Likeness likeness, BiFunction<Place, Place, List<Pair>> below) {
    this.signature = signature;
    this.likeness = likeness;
    this.below = below;
  }

  List<Pair> found(List<Pair> pairs) {
    var deleted = new ArrayList<Pair>();
    var inserted = new ArrayList<Pair>();
    pairs.stream()
        .flatMap(Pair::all)
        .forEach(pair -> {
          if (pair.to() == null && says(pair)) {
            deleted.add(pair);
          } else if (pair.from() == null && says(pair)) {
            inserted.add(pair);
          }
        });
    if ((long) deleted.size() * inserted.size() <= MOST_COMPARED) {
      match(deleted, inserted);
    }
    return moved.isEmpty() ? pairs : pairs.stream().map(this::replaced).toList();
  }

  /** What has hardly any words of its own is found anywhere. */
  private static boolean says(Pair pair) {
    return !pair.either().elided() && length(pair) >= 10;
  }

  private static int length(Pair pair) {
    return Objects.requireNonNullElse(pair.either().text(), "").length()
        + pair.children().stream().mapToInt(Moves::length).sum();
  }

  private void match(List<Pair> deleted, List<Pair> inserted) {
    for (var old : deleted) {
      var best = settled.contains(old) ? null : best(old, inserted);
      if (best != null) {
        var from = Objects.requireNonNull(old.from());
        var to = Objects.requireNonNull(best.to());
        var pair = Pair.beside(from, to, below.apply(from, to));
        moved.put(old, pair.standing(Standing.AT_OLD_PLACE));
        moved.put(best, pair.standing(Standing.AT_NEW_PLACE));
        old.all().forEach(settled::add);
        best.all().forEach(settled::add);
      }
    }
  }

  private @Nullable Pair best(Pair old, List<Pair> inserted) {
    Pair best = null;
    double most = NEARLY;
    for (var candidate : inserted) {
      double alike = settled.contains(candidate) ? 0 : alike(old, candidate);
      if (alike > most) {
        best = candidate;
        most = alike;
      }
    }
    return best;
  }

  private double alike(Pair old, Pair amended) {
    var from = old.either();
    var to = amended.either();
    if (from.kind() != to.kind()) {
      return 0;
    }
    return signature.of(from).equals(signature.of(to)) ? 2 : likeness.of(from, to);
  }

  private Pair replaced(Pair pair) {
    var other = moved.get(pair);
    return other != null ? other : pair.with(pair.children().stream().map(this::replaced).toList());
  }
}
