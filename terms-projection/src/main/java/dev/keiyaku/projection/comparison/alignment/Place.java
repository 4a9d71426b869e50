package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node where it stands.
 *
 * @param chapter path of the chapter that an article belongs to; null outside of any
 * @param citation as lawyers cite it, such as {@code 第7条 1 (3)}
 */
public record Place(TermsNode node, @Nullable String chapter, String citation) {

  /**
   * The nodes of a version, chapters laid flat: a chapter is a heading between articles, and
   * articles are numbered through, so a new chapter moves none of them.
   */
  static List<Place> flat(List<TermsNode> nodes) {
    var places = new ArrayList<Place>();
    flat(nodes, null, places);
    return places;
  }

  private static void flat(List<TermsNode> nodes, @Nullable String chapter, List<Place> places) {
    for (var node : nodes) {
      places.add(new Place(node, chapter, node.label()));
      if (node.kind() == NodeKind.CHAPTER) {
        flat(node.children(), node.path(), places);
      }
    }
  }

  /** What stands below it; a chapter's articles stand beside it. */
  List<Place> children() {
    return node.kind() == NodeKind.CHAPTER
        ? List.of()
        : node.children().stream().map(child -> new Place(child, null, below(child))).toList();
  }

  private String below(TermsNode child) {
    return switch (child.kind()) {
      case DEFINITIONS -> citation;
      case PARAGRAPH -> citation + " " + (child.label().isEmpty() ? "1" : child.label());
      default -> citation + " " + child.label();
    };
  }
}
