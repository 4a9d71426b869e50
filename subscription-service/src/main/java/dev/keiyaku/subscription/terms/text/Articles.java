package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.subscription.terms.text.Numbering.Ordinal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The articles of a version in order, and what a reference to a part of one finds. */
final class Articles {

  private record Stretch(TermsNode article, Ordinal last) {}

  private final List<TermsNode> inOrder = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Parts> parts = new HashMap<>();
  private final TreeMap<Ordinal, Stretch> stretches = new TreeMap<>();

  Articles(TermsContent content) {
    content
        .allNodes()
        .filter(node -> node.kind() == NodeKind.ARTICLE || node.kind() == NodeKind.ARTICLE_RANGE)
        .forEach(this::add);
  }

  private void add(TermsNode article) {
    places.putIfAbsent(article.path(), inOrder.size());
    inOrder.add(article);
    var number = Numbering.of(article).filter(of -> of.of().equals(Numbering.ARTICLE));
    var label = Numbering.label(article);
    label
        .or(() -> number.map(Numbering::first))
        .ifPresent(first ->
            stretches.putIfAbsent(
                first,
                new Stretch(article, label.or(() -> number.map(Numbering::last)).orElse(first))));
  }

  /** The article of that number, or the run of elided ones that holds it. */
  Optional<TermsNode> at(Ordinal number) {
    return Optional.ofNullable(stretches.floorEntry(number))
        .map(Map.Entry::getValue)
        .filter(stretch -> number.compareTo(stretch.last()) <= 0)
        .map(Stretch::article);
  }

  /** The article so many places before (negative) or after another one. */
  Optional<TermsNode> beside(TermsNode article, int distance) {
    int at = places.getOrDefault(article.path(), 0) + distance;
    return at < 0 || at >= inOrder.size() ? Optional.empty() : Optional.of(inOrder.get(at));
  }

  /**
   * Whether a part of an article is in the text, or may be in what is left out of it.
   *
   * @param paragraph 項; null when none is named
   * @param item 号; null when none is named
   */
  boolean holds(TermsNode article, @Nullable Integer paragraph, @Nullable Integer item) {
    if (mayHoldAnything(article)) {
      return true;
    }
    var within = paragraph == null ? Optional.of(article) : paragraph(article, paragraph);
    return within.isPresent() && (item == null || hasItem(within.get(), item));
  }

  /**
   * Whether there is a paragraph so many places before or after one of an article.
   *
   * @param item 号 of it; null when none is named
   */
  boolean hasBeside(TermsNode article, TermsNode paragraph, int distance, @Nullable Integer item) {
    return parts(article)
        .beside(paragraph, distance)
        .filter(it -> item == null || it.elided() || parts(it).hasItem(item))
        .isPresent();
  }

  /** Whether an article, or a paragraph of it, is left out. */
  boolean leavesOut(TermsNode article) {
    return mayHoldAnything(article) || parts(article).leavesParagraphsOut();
  }

  private Optional<TermsNode> paragraph(TermsNode article, int number) {
    var found = parts(article).paragraph(number);
    // An article of one paragraph may have its words itself.
    return found.isPresent() || number != 1 || parts(article).hasParagraphs()
        ? found
        : Optional.of(article);
  }

  private boolean hasItem(TermsNode within, int number) {
    return within.elided() || parts(within).leavesParagraphsOut() || parts(within).hasItem(number);
  }

  private Parts parts(TermsNode node) {
    return parts.computeIfAbsent(node.path(), _ -> Parts.of(node));
  }

  private static boolean mayHoldAnything(TermsNode article) {
    return article.elided() || article.kind() == NodeKind.ARTICLE_RANGE;
  }
}
