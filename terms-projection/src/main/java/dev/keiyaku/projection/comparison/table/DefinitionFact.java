package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.projection.comparison.alignment.Pair;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A defined term of which something changed.
 *
 * @param from null when the old version does not define it
 * @param to null when the new version does not define it
 */
public record DefinitionFact(Change change, @Nullable Cell from, @Nullable Cell to) {

  static List<DefinitionFact> of(List<Judged> nodes) {
    return nodes.stream().flatMap(DefinitionFact::changed).toList();
  }

  private static Stream<DefinitionFact> changed(Judged node) {
    boolean tells =
        node.kind() == NodeKind.DEFINITION
            && node.change() != Change.UNCHANGED
            && node.pair().standing() != Pair.Standing.AT_NEW_PLACE;
    return Stream.concat(
        tells
            ? Stream.of(new DefinitionFact(node.change(), Cells.from(node), Cells.to(node)))
            : Stream.empty(),
        node.children().stream().flatMap(DefinitionFact::changed));
  }
}
