package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.projection.comparison.alignment.Alignment;
import dev.keiyaku.projection.comparison.alignment.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of single clauses from one version to another, wherever they stand now. */
public final class ClauseComparison {

  private final List<Judged> nodes;

  private ClauseComparison(List<Judged> nodes) {
    this.nodes = nodes;
  }

  /**
   * A clause beside what became of it.
   *
   * @param differs whether its words or those below it differ, numbers and writing aside; null when
   *     a version leaves them out (略), and nobody can know
   * @param row both sides with their marks, nothing folded
   */
  public record Clause(@Nullable Boolean differs, Row row) {}

  /** Aligns two versions. */
  public static ClauseComparison of(TermsContent from, TermsContent to) {
    return new ClauseComparison(
        Alignment.of(from.nodes(), to.nodes()).stream().map(Judged::of).toList());
  }

  /** The clause that the old version has at a path; empty when it has none. */
  public Optional<Clause> from(String path) {
    return at(path, node -> node.pair().from());
  }

  /** The clause that the new version has at a path; empty when it has none. */
  public Optional<Clause> to(String path) {
    return at(path, node -> node.pair().to());
  }

  private Optional<Clause> at(String path, Function<Judged, @Nullable Place> side) {
    return nodes.stream()
        .flatMap(ClauseComparison::all)
        .filter(node -> {
          var place = side.apply(node);
          return place != null && place.node().path().equals(path);
        })
        .findFirst()
        .map(node -> new Clause(differs(node), whole(node)));
  }

  private static Stream<Judged> all(Judged node) {
    return Stream.concat(Stream.of(node), node.children().stream().flatMap(ClauseComparison::all));
  }

  private static Row whole(Judged node) {
    return new Row(
        node.change(),
        false,
        Cells.from(node),
        Cells.to(node),
        null,
        node.children().stream().map(ClauseComparison::whole).toList());
  }

  private static @Nullable Boolean differs(Judged clause) {
    var nodes = all(clause).toList();
    if (nodes.stream().anyMatch(ClauseComparison::wordsChanged)) {
      return true;
    }
    return nodes.stream().anyMatch(ClauseComparison::elided) ? null : false;
  }

  private static boolean wordsChanged(Judged node) {
    return node.pair().from() == null
        || node.pair().to() == null
        || node.heading().wordsChanged()
        || node.text().wordsChanged();
  }

  private static boolean elided(Judged node) {
    return Stream.of(Optional.ofNullable(node.pair().from()), Optional.ofNullable(node.pair().to()))
        .flatMap(Optional::stream)
        .anyMatch(place -> place.node().elided());
  }
}
