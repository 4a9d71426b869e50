package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.comparison.alignment.Alignment;
import java.util.List;

/**
 * The comparison table (現改比較表) of two versions, in either order: old beside new.
 *
 * @param from the version called old here
 * @param to the version called new here
 * @param identical whether they say the same, numbers and writing included
 * @param rows the text, in the order of both
 * @param facts what they say as data
 * @param differences every difference in words, in the order of the rows
 */
public record TermsComparison(
    String document,
    Side from,
    Side to,
    boolean identical,
    List<Row> rows,
    Facts facts,
    List<Difference> differences) {

  /** Compares two versions of one document. */
  public static TermsComparison of(
      TermsHistory history, Version from, Version to, Folding folding) {
    var old = from.published().content();
    var amended = to.published().content();
    var nodes = judged(old, amended);
    return new TermsComparison(
        from.published().document(),
        Side.of(from, history),
        Side.of(to, history),
        from.published().contentSha256().equals(to.published().contentSha256()),
        new Rows(folding).of(nodes),
        Facts.of(old, amended, nodes, RuleFact.of(history, from, to)),
        nodes.stream().flatMap(Judged::differences).toList());
  }

  private static List<Judged> judged(TermsContent from, TermsContent to) {
    return Alignment.of(from.nodes(), to.nodes()).stream().map(Judged::of).toList();
  }
}
