package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.alignment.Place;
import dev.keiyaku.projection.comparison.wording.Mark;
import dev.keiyaku.projection.comparison.wording.Run;
import dev.keiyaku.projection.comparison.wording.Wording;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One side of a row. */
final class Cells {

  private Cells() {}

  static @Nullable Cell from(Judged node) {
    return cell(node, node.pair().from(), Wording::from);
  }

  static @Nullable Cell to(Judged node) {
    return cell(node, node.pair().to(), Wording::to);
  }

  private static @Nullable Cell cell(
      Judged node, @Nullable Place place, Function<Wording, List<Run>> side) {
    return place == null
        ? null
        : new Cell(
            List.of(place.node().path()),
            place.node().kind(),
            place.citation(),
            place.chapter(),
            side.apply(node.label()),
            side.apply(node.heading()),
            side.apply(node.text()),
            place.node().elided(),
            place.node().note());
  }

  /** One row for a run of neighbours in whose words nothing changed. */
  static Row folded(List<Judged> run) {
    return new Row(
        run.getFirst().change(),
        true,
        folded(run, node -> node.pair().from(), Wording::from),
        folded(run, node -> node.pair().to(), Wording::to),
        null,
        List.of());
  }

  private static @Nullable Cell folded(
      List<Judged> run,
      Function<Judged, @Nullable Place> places,
      Function<Wording, List<Run>> side) {
    var first = places.apply(run.getFirst());
    var last = places.apply(run.getLast());
    if (first == null || last == null) {
      return null;
    }
    boolean one = run.size() == 1;
    return new Cell(
        run.stream().flatMap(node -> all(node, places)).map(TermsNode::path).toList(),
        one ? first.node().kind() : NodeKind.ARTICLE_RANGE,
        one ? first.citation() : range(first, last),
        first.chapter(),
        one ? side.apply(run.getFirst().label()) : Run.of(range(first, last), Mark.KEPT),
        one && isNamed(first) ? side.apply(run.getFirst().heading()) : List.of(),
        List.of(),
        run.stream().allMatch(node -> isElided(places.apply(node))),
        one ? first.node().note() : null);
  }

  private static Stream<TermsNode> all(Judged node, Function<Judged, @Nullable Place> places) {
    var place = places.apply(node);
    return Stream.concat(
        place == null ? Stream.empty() : Stream.of(place.node()),
        node.children().stream().flatMap(child -> all(child, places)));
  }

  private static boolean isElided(@Nullable Place place) {
    return place != null && place.node().elided();
  }

  /** An article and a paragraph are known by their number, all else by its title too. */
  private static boolean isNamed(Place place) {
    return switch (place.node().kind()) {
      case ARTICLE, ARTICLE_RANGE, PARAGRAPH -> false;
      default -> true;
    };
  }

  private static String range(Place first, Place last) {
    return first.node().label().split("～", 2)[0] + "～" + end(last.node().label());
  }

  private static String end(String label) {
    var end = label.substring(label.indexOf('～') + 1);
    return end.matches("[0-9０-９].*") ? "第" + end : end;
  }
}
