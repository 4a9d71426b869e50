package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.GoverningDocument;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.alignment.Alignment;
import dev.keiyaku.projection.comparison.alignment.Pair;
import dev.keiyaku.projection.comparison.alignment.Place;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What both versions say as data.
 *
 * @param governing the documents that govern beside the terms (第2条 2), in the order of the new
 *     version, what it no longer has at its old place
 * @param eligibility every rule, whether it changed or not
 * @param definitions those of which something changed
 * @param rules the notified rules (第2条4) in which the days of the versions differ
 */
public record Facts(
    Fact title,
    Fact vendor,
    List<Fact> governing,
    List<EligibilityFact> eligibility,
    List<DefinitionFact> definitions,
    List<RuleFact> rules) {

  static Facts of(TermsContent from, TermsContent to, List<Judged> nodes, List<RuleFact> rules) {
    return new Facts(
        Fact.of(from.title(), to.title()),
        Fact.of(from.vendor().name(), to.vendor().name()),
        governing(from.governing(), to.governing()),
        EligibilityFact.of(from.eligibility(), to.eligibility()),
        DefinitionFact.of(nodes),
        rules);
  }

  private static List<Fact> governing(List<GoverningDocument> from, List<GoverningDocument> to) {
    Map<TermsNode, String> paths = new IdentityHashMap<>();
    return Alignment.of(titles(from, paths), titles(to, paths)).stream()
        .filter(pair -> pair.standing() != Pair.Standing.AT_OLD_PLACE)
        .map(Judged::of)
        .map(node -> fact(node, paths))
        .toList();
  }

  /** Titles are aligned as nodes are; only a like title is the same document. */
  private static List<TermsNode> titles(
      List<GoverningDocument> documents, Map<TermsNode, String> paths) {
    return documents.stream().map(document -> title(document, paths)).toList();
  }

  private static TermsNode title(GoverningDocument document, Map<TermsNode, String> paths) {
    var title = document.title();
    var node = new TermsNode(title, NodeKind.ANNEX, "", null, title, false, null, List.of());
    paths.put(node, document.path());
    return node;
  }

  private static Fact fact(Judged node, Map<TermsNode, String> paths) {
    var change =
        node.change() != Change.MOVED
            ? node.change()
            : node.text().wordsChanged() ? Change.CHANGED : Change.UNCHANGED;
    return new Fact(
        change,
        said(node.pair().from(), node.text().from(), paths),
        said(node.pair().to(), node.text().to(), paths));
  }

  private static Fact.@Nullable Said said(
      @Nullable Place place, List<Run> words, Map<TermsNode, String> paths) {
    return place == null ? null : new Fact.Said(words, paths.get(place.node()));
  }
}
