package dev.keiyaku.projection.comparison.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.projection.comparison.Compared;
import dev.keiyaku.projection.comparison.wording.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of articles: each row as its number, old and new, and what is said of it. */
class RowsTest {

  private static final String A = "契約者は、料金を毎月末日までに支払うものとします。";
  private static final String B = "当社は、設備の保守のため利用を中止することがあります。";
  private static final String C = "契約者の情報は、委託先のサーバに格納されます。";
  private static final String D = "本規約は、日本法に準拠して解釈されます。";

  private static List<String> told(TermsComparison comparison) {
    return comparison.rows().stream().map(RowsTest::told).toList();
  }

  private static String told(Row row) {
    return label(row.from()) + "→" + label(row.to()) + (row.folded() ? "（略）" : "") + row.remark();
  }

  private static String label(@org.jspecify.annotations.Nullable Cell cell) {
    return cell == null ? "" : Run.text(cell.label());
  }

  private static List<String> told(List<String> from, List<String> to) {
    return told(Compared.of(Compared.articles(from), Compared.articles(to)));
  }

  @Test
  void unchangedArticlesAreFoldedInARunAsLawyersWriteIt() {
    assertThat(told(List.of(A, B, C, D), List.of(A, B, C, D + "付則")))
        .containsExactly("第1条～第3条→第1条～第3条（略）", "第4条→第4条改正");
  }

  @Test
  void anInsertedArticleMovesNoOtherItOnlyRenumbersThem() {
    assertThat(told(List.of(A, B, C), List.of(A, D, B, C)))
        .containsExactly("第1条→第1条（略）", "→第2条新設", "第2条→第3条（略）番号のみ", "第3条→第4条（略）番号のみ");
  }

  @Test
  void aDeletedArticleIsToldAsDeleted() {
    assertThat(told(List.of(A, B, C), List.of(A, C)))
        .containsExactly("第1条→第1条（略）", "第2条→削除", "第3条→第2条（略）番号のみ");
  }

  @Test
  void anArticleThatMovedStandsAtBothItsPlaces() {
    assertThat(told(List.of(A, B, C, D), List.of(B, C, D, A)))
        .containsExactly(
            "第1条→第4条へ移動", "第2条→第1条（略）番号のみ", "第3条→第2条（略）番号のみ", "第4条→第3条（略）番号のみ", "→第4条第1条から移動");
  }

  @Test
  void anArticleThatMovedAndChangedIsOneDifferenceWithItsWords() {
    var comparison =
        Compared.of(Compared.articles(A, B, C), Compared.articles(B, C, A.replace("末日", "10日")));
    assertThat(comparison.differences().stream().filter(d -> d.change() == Change.MOVED).toList())
        .singleElement()
        .satisfies(moved ->
            assertThat(moved.edits()).contains(new Difference.Words(Part.TEXT, "毎月末日", "毎月10日")));
  }

  @Test
  void whereOneVersionLeavesTheWordsOutNothingIsSaidOfThem() {
    var content = Compared.articles(A);
    var node = content.nodes().getFirst();
    var elided =
        new TermsContent(
            content.title(),
            content.vendor(),
            content.governing(),
            content.eligibility(),
            List.of(
                new TermsNode(
                    node.path(), node.kind(), node.label(), null, null, true, null, List.of())));

    var row = Compared.of(content, elided).rows().getFirst();
    assertThat(row.change()).isEqualTo(Change.UNKNOWN);
    assertThat(row.either().text()).noneMatch(Run::changed);
  }

  @Test
  void aNewChapterHeadingMovesNoArticle() {
    var content = Compared.articles(A, B, C);
    var chapter =
        new TermsNode(
            "ch2", NodeKind.CHAPTER, "第2章", "利用", null, false, null, content.nodes().subList(1, 3));
    var grouped =
        new TermsContent(
            "規約",
            new Vendor("会社"),
            List.of(),
            List.of(),
            List.of(content.nodes().getFirst(), chapter));
    assertThat(told(Compared.of(content, grouped)))
        .containsExactly("第1条→第1条（略）", "→第2章新設", "第2条～第3条→第2条～第3条（略）");
  }

  @Test
  void tenThousandArticlesAreComparedAndDeepNestingToo() {
    var many = IntStream.range(0, 10_000).mapToObj(n -> A + n).toList();
    var amended = IntStream.range(0, 10_000).mapToObj(n -> n % 2 == 0 ? A + n : B + n).toList();
    assertThat(Compared.of(Compared.articles(many), Compared.articles(amended)).differences())
        .hasSize(5_000);

    var deep = deep("x", 50, A);
    assertThat(Compared.of(deep, deep("x", 50, B)).differences()).hasSize(1);
  }

  private static TermsContent deep(String path, int levels, String text) {
    var node = new TermsNode(path, NodeKind.ITEM, "", null, text, false, null, List.of());
    for (int n = levels; n > 0; n--) {
      node =
          new TermsNode(
              path + n,
              n == 1 ? NodeKind.ARTICLE : NodeKind.ITEM,
              "",
              null,
              "語",
              false,
              null,
              List.of(node));
    }
    return new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), List.of(node));
  }
}
