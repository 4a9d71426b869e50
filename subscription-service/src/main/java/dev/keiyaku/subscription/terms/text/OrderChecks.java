package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether nodes stand in the order of their numbers: articles throughout the text, since their
 * numbers run on over chapters, all others among those beside them.
 */
final class OrderChecks {

  private final Findings findings;
  private final Map<String, Numbering> lastArticle = new HashMap<>();

  private OrderChecks(Findings findings) {
    this.findings = findings;
  }

  static void of(TermsContent content, Findings findings) {
    new OrderChecks(findings).siblings(content.nodes());
  }

  private void siblings(List<TermsNode> nodes) {
    var last = new HashMap<String, Numbering>();
    for (var node : nodes) {
      Numbering.of(node)
          .ifPresent(number -> {
            var before = (number.of().equals(Numbering.ARTICLE) ? lastArticle : last);
            var previous = before.put(number.of(), number);
            findings.check(
                previous == null || number.isAfter(previous), node.path(), "out-of-order");
            findings.check(
                number.first().compareTo(number.last()) <= 0, node.path(), "out-of-order");
            Numbering.label(node)
                .ifPresent(label ->
                    findings.check(
                        label.equals(number.first()), node.path(), "label-of-another-number"));
          });
      siblings(node.children());
    }
  }
}
