package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.projection.comparison.alignment.Pair.Standing;
import dev.keiyaku.projection.comparison.alignment.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays what was judged out as rows, and folds what did not change. */
final class Rows {

  private final Folding folding;

  Rows(Folding folding) {
    this.folding = folding;
  }

  List<Row> of(List<Judged> nodes) {
    var rows = new ArrayList<Row>();
    var run = new ArrayList<Judged>();
    for (var node : nodes) {
      if (!run.isEmpty() && !continues(run.getLast(), node)) {
        rows.add(Cells.folded(run));
        run.clear();
      }
      if (isArticle(node) && !node.touched()) {
        run.add(node);
      } else {
        rows.add(row(node, false));
      }
    }
    if (!run.isEmpty()) {
      rows.add(Cells.folded(run));
    }
    return List.copyOf(rows);
  }

  private static boolean isArticle(Judged node) {
    return node.kind() == NodeKind.ARTICLE || node.kind() == NodeKind.ARTICLE_RANGE;
  }

  /** A run ends where a chapter does. */
  private static boolean continues(Judged last, Judged next) {
    return isArticle(next)
        && !next.touched()
        && Objects.equals(chapter(last.pair().from()), chapter(next.pair().from()))
        && Objects.equals(chapter(last.pair().to()), chapter(next.pair().to()));
  }

  private static @Nullable String chapter(@Nullable Place place) {
    return place == null ? null : place.chapter();
  }

  private Row row(Judged node, boolean kept) {
    return switch (node.pair().standing()) {
      case AT_OLD_PLACE -> moved(node, true);
      case AT_NEW_PLACE -> moved(node, false);
      case BESIDE -> folds(node, kept) ? Cells.folded(List.of(node)) : shown(node);
    };
  }

  private boolean folds(Judged node, boolean kept) {
    return node.onlyNumber() && !kept && node.kind() != NodeKind.CHAPTER;
  }

  private Row shown(Judged node) {
    var rows = new ArrayList<Row>();
    for (var child : node.children()) {
      rows.add(row(child, staysAsContext(child, rows.isEmpty())));
    }
    return new Row(node.change(), false, Cells.from(node), Cells.to(node), null, List.copyOf(rows));
  }

  private boolean staysAsContext(Judged child, boolean first) {
    if (folding == Folding.ALL || child.change() != Change.UNCHANGED) {
      return false;
    }
    return child.kind() == NodeKind.ITEM
        || first && child.kind() == NodeKind.PARAGRAPH && child.children().isEmpty();
  }

  /** What moved is shown whole at each of its two places, one side at each. */
  private Row moved(Judged node, boolean atOldPlace) {
    var other = atOldPlace ? node.pair().to() : node.pair().from();
    var rows =
        node.children().stream()
            .filter(child -> standsHere(child, atOldPlace))
            .map(child -> moved(child, atOldPlace))
            .toList();
    return new Row(
        other == null ? node.change() : Change.MOVED,
        false,
        atOldPlace ? Cells.from(node) : null,
        atOldPlace ? null : Cells.to(node),
        other == null ? null : Spot.of(other),
        rows);
  }

  private static boolean standsHere(Judged child, boolean atOldPlace) {
    var pair = child.pair();
    return atOldPlace
        ? pair.from() != null && pair.standing() != Standing.AT_NEW_PLACE
        : pair.to() != null && pair.standing() != Standing.AT_OLD_PLACE;
  }
}
