package dev.keiyaku.projection.comparison;

import dev.keiyaku.contract.terms.GoverningDocument;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.projection.comparison.table.Cell;
import dev.keiyaku.projection.comparison.table.EligibilityFact;
import dev.keiyaku.projection.comparison.table.Fact;
import dev.keiyaku.projection.comparison.table.Row;
import dev.keiyaku.projection.comparison.table.TermsComparison;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the new text of the old one and the comparison alone. */
final class Amending {

  private final Map<String, TermsNode> old = new HashMap<>();

  /** By chapter; the empty path is the top. */
  private final Map<String, List<TermsNode>> below = new HashMap<>();

  private Amending(TermsContent content) {
    content.allNodes().forEach(node -> old.put(node.path(), node));
  }

  static TermsContent apply(TermsContent old, TermsComparison comparison) {
    var amending = new Amending(old);
    comparison.rows().forEach(amending::top);
    var facts = comparison.facts();
    return new TermsContent(
        words(facts.title()),
        new Vendor(words(facts.vendor())),
        facts.governing().stream()
            .filter(fact -> fact.to() != null)
            .map(fact -> new GoverningDocument(words(fact), Objects.requireNonNull(path(fact))))
            .toList(),
        facts.eligibility().stream().map(EligibilityFact::to).filter(Objects::nonNull).toList(),
        amending.chapter(""));
  }

  private void top(Row row) {
    var cell = row.to();
    if (cell != null) {
      nodes(row, cell)
          .forEach(node ->
              below
                  .computeIfAbsent(
                      Objects.requireNonNullElse(cell.chapter(), ""), _ -> new ArrayList<>())
                  .add(node));
    }
  }

  private List<TermsNode> chapter(String path) {
    return below.getOrDefault(path, List.of()).stream()
        .map(node -> node.kind() == NodeKind.CHAPTER ? with(node, chapter(node.path())) : node)
        .toList();
  }

  private Stream<TermsNode> nodes(Row row, Cell cell) {
    return row.folded()
        ? folded(Objects.requireNonNull(row.from()), cell).stream()
        : Stream.of(
            new TermsNode(
                cell.paths().getFirst(),
                cell.kind(),
                Run.text(cell.label()),
                text(cell.heading()),
                text(cell.text()),
                cell.elided(),
                null,
                row.children().stream()
                    .flatMap(
                        child -> child.to() == null ? Stream.empty() : nodes(child, child.to()))
                    .toList()));
  }

  private List<TermsNode> folded(Cell from, Cell to) {
    var paths = new HashMap<String, String>();
    for (int i = 0; i < from.paths().size(); i++) {
      paths.put(from.paths().get(i), to.paths().get(i));
    }
    var nodes = new ArrayList<TermsNode>();
    for (int i = 0; i < from.paths().size(); ) {
      var node = at(from.paths().get(i));
      i += size(node);
      nodes.add(renamed(node, paths));
    }
    if (nodes.size() == 1) {
      var only = nodes.getFirst();
      return List.of(
          new TermsNode(
              only.path(),
              only.kind(),
              Run.text(to.label()),
              only.heading(),
              only.text(),
              only.elided(),
              null,
              only.children()));
    }
    return nodes;
  }

  private TermsNode at(String path) {
    return Objects.requireNonNull(old.get(path), path);
  }

  private static int size(TermsNode node) {
    return 1 + node.children().stream().mapToInt(Amending::size).sum();
  }

  private static TermsNode renamed(TermsNode node, Map<String, String> paths) {
    return new TermsNode(
        Objects.requireNonNull(paths.get(node.path())),
        node.kind(),
        node.label(),
        node.heading(),
        node.text(),
        node.elided(),
        null,
        node.children().stream().map(child -> renamed(child, paths)).toList());
  }

  private static TermsNode with(TermsNode node, List<TermsNode> children) {
    return new TermsNode(
        node.path(),
        node.kind(),
        node.label(),
        node.heading(),
        node.text(),
        node.elided(),
        null,
        children);
  }

  private static @Nullable String text(List<Run> runs) {
    return runs.isEmpty() ? null : Run.text(runs);
  }

  private static String words(Fact fact) {
    return Run.text(Objects.requireNonNull(fact.to()).words());
  }

  private static @Nullable String path(Fact fact) {
    return Objects.requireNonNull(fact.to()).path();
  }
}
