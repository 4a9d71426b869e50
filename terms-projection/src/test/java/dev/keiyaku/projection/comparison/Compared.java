package dev.keiyaku.projection.comparison;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.projection.comparison.rendering.Columns;
import dev.keiyaku.projection.comparison.rendering.Sheet;
import dev.keiyaku.projection.comparison.table.Folding;
import dev.keiyaku.projection.comparison.table.TermsComparison;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two contents as two versions, compared. */
public final class Compared {

  private Compared() {}

  public static TermsComparison of(TermsContent from, TermsContent to) {
    return of(
        published("a", LocalDate.of(2023, 7, 1), from),
        published("b", LocalDate.of(2024, 7, 1), to),
        Folding.CONTEXT);
  }

  public static TermsComparison of(
      TermsVersionPublished from, TermsVersionPublished to, Folding folding) {
    var history =
        TermsHistory.empty()
            .plus(new RecordedEvent<>("1", 0, Instant.EPOCH, from))
            .plus(new RecordedEvent<>("2", 1, Instant.EPOCH, to));
    return TermsComparison.of(
        history,
        history.version(from.version()).orElseThrow(),
        history.version(to.version()).orElseThrow(),
        folding);
  }

  /** Both versions of the source. */
  public static TermsComparison real(String from, String to, Folding folding) {
    return of(RealTerms.published(from), RealTerms.published(to), folding);
  }

  public static Sheet sheet(TermsComparison comparison, Columns columns) {
    return new Sheet(comparison, columns, LocalDate.of(2023, 6, 28));
  }

  /** Terms of one article after the other, each with these words. */
  public static TermsContent articles(String... texts) {
    return articles(List.of(texts));
  }

  public static TermsContent articles(List<String> texts) {
    return new TermsContent(
        "規約",
        new Vendor("会社"),
        List.of(),
        List.of(),
        IntStream.range(0, texts.size()).mapToObj(n -> article(n + 1, texts.get(n))).toList());
  }

  private static TermsNode article(int number, String text) {
    return new TermsNode(
        "art" + number, NodeKind.ARTICLE, "第" + number + "条", null, text, false, null, List.of());
  }

  private static TermsVersionPublished published(
      String version, LocalDate from, TermsContent content) {
    return new TermsVersionPublished(
        "x", version, from, null, null, null, content, version, Map.of(), null);
  }
}
