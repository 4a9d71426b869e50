package dev.keiyaku.contract.terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a version of the terms says, verbatim and as data. Everything in it is hashed but the
 * editorial notes.
 *
 * @param title the document's title
 * @param vendor who holds the account data and the hashed password (第7条)
 * @param governing the documents that govern beside it, by its own words (第2条)
 * @param eligibility which network contracts a product is limited to; a product without a rule has
 *     no such limit in the source
 * @param nodes the text: chapters, articles and what follows them, in order
 */
public record TermsContent(
    String title,
    Vendor vendor,
    List<GoverningDocument> governing,
    List<EligibilityRule> eligibility,
    List<TermsNode> nodes) {

  /** Every node, depth first, in order. */
  public Stream<TermsNode> allNodes() {
    return nodes.stream().flatMap(TermsNode::withDescendants);
  }

  /** The node at a path. */
  public Optional<TermsNode> node(String path) {
    return allNodes().filter(node -> node.path().equals(path)).findFirst();
  }
}
