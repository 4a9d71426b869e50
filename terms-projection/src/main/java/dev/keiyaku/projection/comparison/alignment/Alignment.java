package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.alignment.Pair.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Aligns two versions node by node: siblings first, then what is below each pair, then what is left
 * over anywhere with what is left over anywhere else.
 */
public final class Alignment {

  private final Wordings words = new Wordings();
  private final Signature signature = new Signature(words);
  private final Likeness likeness = new Likeness(words);

  private Alignment() {}

  /** The nodes of two versions, in the order in which a table shows them. */
  public static List<Pair> of(List<TermsNode> from, List<TermsNode> to) {
    var alignment = new Alignment();
    var pairs = alignment.align(Place.flat(from), Place.flat(to));
    return new Moves(alignment.signature, alignment.likeness, alignment::below).found(pairs);
  }

  private List<Pair> align(List<Place> from, List<Place> to) {
    int[] became = new Siblings(from, to, signature, likeness).matched();
    var kept = Order.kept(became);
    var moved = moved(from, to, became, kept);
    var pairs = new ArrayList<Pair>();
    int j = 0;
    for (int i = 0; i < from.size(); i++) {
      if (!kept[i]) {
        var old = moved.get(became[i]);
        pairs.add(old == null ? Pair.deleted(from.get(i)) : old.standing(Standing.AT_OLD_PLACE));
        continue;
      }
      for (; j < became[i]; j++) {
        pairs.add(arrived(to, moved, j));
      }
      pairs.add(Pair.beside(from.get(i), to.get(j), below(from.get(i), to.get(j))));
      j++;
    }
    for (; j < to.size(); j++) {
      pairs.add(arrived(to, moved, j));
    }
    return pairs;
  }

  /** By the index in the new version. */
  private Map<Integer, Pair> moved(List<Place> from, List<Place> to, int[] became, boolean[] kept) {
    var moved = new HashMap<Integer, Pair>();
    for (int i = 0; i < became.length; i++) {
      if (became[i] >= 0 && !kept[i]) {
        var other = to.get(became[i]);
        moved.put(became[i], Pair.beside(from.get(i), other, below(from.get(i), other)));
      }
    }
    return moved;
  }

  private static Pair arrived(List<Place> to, Map<Integer, Pair> moved, int j) {
    var pair = moved.get(j);
    return pair == null ? Pair.inserted(to.get(j)) : pair.standing(Standing.AT_NEW_PLACE);
  }

  private List<Pair> below(Place from, Place to) {
    return align(from.children(), to.children());
  }
}
