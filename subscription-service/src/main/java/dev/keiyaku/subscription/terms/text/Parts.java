package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.subscription.terms.text.Numbering.Ordinal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The paragraphs and items below a node by their numbers; made once, for they are asked often. */
final class Parts {

  private final Map<Ordinal, TermsNode> paragraphs = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<TermsNode> inOrder = new ArrayList<>();
  private final Set<Ordinal> items = new HashSet<>();
  private boolean leavesParagraphsOut;

  private Parts() {}

  static Parts of(TermsNode node) {
    var parts = new Parts();
    parts.take(node);
    return parts;
  }

  Optional<TermsNode> paragraph(int number) {
    return Optional.ofNullable(paragraphs.get(new Ordinal(number, 0)));
  }

  boolean hasParagraphs() {
    return !places.isEmpty();
  }

  boolean leavesParagraphsOut() {
    return leavesParagraphsOut;
  }

  boolean hasItem(int number) {
    return items.contains(new Ordinal(number, 0));
  }

  /** The paragraph so many places before (negative) or after another one. */
  Optional<TermsNode> beside(TermsNode paragraph, int distance) {
    int at = places.getOrDefault(paragraph.path(), 0) + distance;
    return at >= 0 && at < inOrder.size() ? Optional.of(inOrder.get(at)) : Optional.empty();
  }

  private void take(TermsNode node) {
    for (var child : node.children()) {
      var number = Numbering.of(child).map(Numbering::first);
      if (child.kind() == NodeKind.PARAGRAPH) {
        places.putIfAbsent(child.path(), inOrder.size());
        inOrder.add(child);
        number.ifPresent(it -> paragraphs.putIfAbsent(it, child));
        leavesParagraphsOut |= child.elided();
      } else if (child.kind() == NodeKind.ITEM) {
        number.ifPresent(items::add);
      }
      take(child);
    }
  }
}
