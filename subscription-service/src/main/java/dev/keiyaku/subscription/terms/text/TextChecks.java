package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.subscription.terms.text.References.Reference;
import dev.keiyaku.subscription.terms.text.References.Relative;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a version must hold by themselves: nodes in the order of their numbers,
 * references that find what they name, terms defined once and, where an article is said to define
 * one, defined at all. What is elided may hold anything.
 */
public final class TextChecks {

  private final Findings findings;
  private final Articles articles;
  private final Definitions definitions;
  private final Outside outside;
  private final NamedParts parts;
  // 同項 of an item may mean what the words above the items named: never another article's.
  private Antecedents antecedents = new Antecedents();

  private TextChecks(TermsContent content, Findings findings) {
    this.findings = findings;
    this.articles = new Articles(content);
    this.definitions = Definitions.of(content, findings);
    this.outside = new Outside(normal(content.title()).replaceAll("\\s", ""));
    this.parts = new NamedParts(content);
  }

  /** Adds what is wrong with a content to the findings. */
  public static void of(TermsContent content, Findings findings) {
    OrderChecks.of(content, findings);
    var checks = new TextChecks(content, findings);
    content.nodes().forEach(node -> checks.node(node, null, null));
  }

  /** NFKC: full-width numbers and brackets become plain ones. */
  static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private void node(TermsNode node, @Nullable TermsNode article, @Nullable TermsNode paragraph) {
    var within = node.kind() == NodeKind.ARTICLE ? node : article;
    if (node.kind() == NodeKind.ARTICLE || node.kind() == NodeKind.SUPPLEMENT) {
      antecedents = new Antecedents();
    }
    var under = node.kind() == NodeKind.PARAGRAPH ? node : paragraph;
    if (node.text() != null) {
      var text = normal(node.text());
      findings.check(parts.hasAllOf(text, outside), node.path(), "unresolved-reference");
      for (var reference : References.in(text, outside, antecedents)) {
        var found = article(reference, within);
        findings.check(
            resolves(reference, found, within, under), node.path(), "unresolved-reference");
        found.ifPresent(place ->
            findings.check(
                articles.leavesOut(place) || definitions.knows(text, reference.end()),
                node.path(),
                "undefined-term"));
      }
    }
    node.children().forEach(child -> node(child, within, under));
  }

  /** The article meant; empty when there is none. */
  private Optional<TermsNode> article(Reference reference, @Nullable TermsNode within) {
    if (reference.article() != null) {
      return articles.at(reference.article());
    }
    return reference.relative() == Relative.ARTICLE
        ? Optional.ofNullable(within).flatMap(it -> articles.beside(it, reference.distance()))
        : Optional.ofNullable(within);
  }

  private boolean resolves(
      Reference reference,
      Optional<TermsNode> article,
      @Nullable TermsNode within,
      @Nullable TermsNode under) {
    if (reference.relative() == Relative.NOTHING) {
      return false;
    }
    if (reference.article() == null && within == null) {
      // 第1項 of 附則, of a table or of an annex: there is no article to look in.
      return true;
    }
    if (reference.relative() == Relative.PARAGRAPH) {
      return under == null
          || articles.hasBeside(
              article.orElseThrow(), under, reference.distance(), reference.item());
    }
    return article
        .filter(it -> articles.holds(it, reference.paragraph(), reference.item()))
        .isPresent();
  }
}
