package dev.keiyaku.subscription.terms.text;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.subscription.terms.text.Findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextChecksTest {

  private static final String HERE = "art9/p2";

  /** 第1条 with two paragraphs and two items, 第2条の2, 第3条～第4条 left out, 第5条 of definitions. */
  private static List<TermsNode> text(String words) {
    return new ArrayList<>(
        List.of(
            article(
                "art1",
                "第1条",
                node("art1/p1", NodeKind.PARAGRAPH, "本文", item("art1/p1/i1"), item("art1/p1/i2")),
                node("art1/p2", NodeKind.PARAGRAPH, "本文")),
            article("art2-2", "第2条の2", node("art2-2/p1", NodeKind.PARAGRAPH, "本文")),
            elided("art3-art4", NodeKind.ARTICLE_RANGE),
            article("art5", "第5条", definition("art5/def1", "機器")),
            article(
                "art9",
                "第９条",
                node("art9/p1", NodeKind.PARAGRAPH, "本文"),
                node(HERE, NodeKind.PARAGRAPH, words)),
            elided("art10", NodeKind.ARTICLE),
            elided("annex", NodeKind.ANNEX, "別紙"),
            elided("price-table", NodeKind.TABLE, "料金表"),
            elided("table1", NodeKind.TABLE, "第１表"),
            node(
                "supp",
                NodeKind.SUPPLEMENT,
                "（令和5年6月16日）",
                node("supp/p1", NodeKind.PARAGRAPH, "本文"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "第1条に従う。",
        "第１条第２項に従う。",
        "第一条第二項に従う。",
        "第1条1項(2)に従う。",
        "第1条第1項第1号及び第2号並びに第2項に従う。",
        "第2条の2第1項に従う。",
        "第3条の一部を除く。",
        "第4条第7項第8号に従う。",
        "第10条第3項に従う。",
        "前項、前条及び次条第2項に従う。",
        "第1項及び第2項に従う。",
        "本規約第1条に従う。",
        "この規約の第1条に従う。",
        "試験規約第1条に従う。",
        "民法第548条の4第1項第2号及び第3項に従う。",
        "民法（明治29年法律第89号）第548条の2から第548条の4までに従う。",
        "IP通信網サービス契約約款(OCN)第99条に従う。",
        "「別の規約」の第99条に従う。",
        "個人情報の保護に関する法律施行規則第99条に従う。",
        "第1条に従う。この場合において、同条第2項に従う。",
        "第1条第1項に従う。同項第2号に従う。",
        "前項に従う。同項に従う。",
        "民法第548条の2に従う。同条第9項及び第10項に従う。",
        "第1条に従い、民法第548条の2第1項に従う。同項第9号に従う。",
        "本条第1項に従う。",
        "前二条に従う。",
        "第7章に従う。",
        "別紙に従う。別紙2に従う。",
        "料金表第1表に従う。",
        "附則第1項に従う。",
        "民法附則第9項に従う。",
        "IP通信網サービス契約約款の別表に従う。",
        "第5条に定める「機器」をいう。",
        "第4条に定める「不明」をいう。",
        "民法第548条の2に定める「定型約款」をいう。"
      })
  void aReferenceThatIsRightOrToAnotherDocumentIsLeftAlone(String words) {
    assertThat(findings(text(words))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "第2条に従う。",
        "第99条に従う。",
        "第九十九条に従う。",
        "第1条第3項に従う。",
        "第1条1項(3)に従う。",
        "第1条第1項第1号及び第3号並びに第3項に従う。",
        "第1条第1項及び第3項に従う。",
        "第2条の3に従う。",
        "本規約第99条に従う。",
        "次項に従う。",
        "第3項に従う。",
        "民法第548条に従い、第99条による。",
        "当社は、契約者が第99条に反したとき",
        "同条に従う。",
        "同条第9項に従う。",
        "同項に従う。",
        "第1条に従う。同条第3項に従う。",
        "第1条第1項に従う。同項第3号に従う。",
        "民法第548条の2に従い、第1条に従う。同条第3項に従う。",
        "前項第1号に従う。",
        "前2項に従う。",
        "前七条に従う。",
        "本条第3項に従う。",
        "附則第9項に従う。",
        "別表に従う。",
        "第2表に従う。"
      })
  void aReferenceThatFindsNothingIsNamedByItsPlace(String words) {
    assertThat(findings(text(words))).containsExactly(new Finding(HERE, "unresolved-reference"));
  }

  @Test
  void aChapterIsMissedWhereNothingIsLeftOut() {
    var chapter =
        node(
            "ch1",
            NodeKind.CHAPTER,
            "章",
            article("art1", "第1条", node("art1/p1", NodeKind.PARAGRAPH, "第1章に従う。")),
            article("art2", "第2条", node("art2/p1", NodeKind.PARAGRAPH, "第2章に従う。")));
    assertThat(findings(List.of(chapter)))
        .containsExactly(new Finding("art2/p1", "unresolved-reference"));
  }

  @Test
  void aSupplementIsMissedWhereThereIsNone() {
    var words = node("art1/p1", NodeKind.PARAGRAPH, "附則に従う。料金表に従う。別紙に従う。");
    assertThat(findings(List.of(article("art1", "第1条", words))))
        .containsExactly(new Finding("art1/p1", "unresolved-reference"));
  }

  @Test
  void theSameArticleOfAnItemIsTheOneAboveIt() {
    var item = node("art2-2/p1/i1", NodeKind.ITEM, "同条第2項に従う。");
    var nodes = text("本文");
    nodes.set(
        1, article("art2-2", "第2条の2", node("art2-2/p1", NodeKind.PARAGRAPH, "第1条に従う。", item)));
    assertThat(findings(nodes)).isEmpty();

    nodes.set(1, article("art2-2", "第2条の2", node("art2-2/p1", NodeKind.PARAGRAPH, "本文", item)));
    assertThat(findings(nodes))
        .containsExactly(new Finding("art2-2/p1/i1", "unresolved-reference"));
  }

  @Test
  void whatAnArticleIsSaidToDefineIsDefined() {
    assertThat(findings(text("第5条に定める「端末」をいう。")))
        .containsExactly(new Finding(HERE, "undefined-term"));
  }

  @Test
  void aTermIsDefinedOnce() {
    assertThat(findings(text("機械（以下「機器」といいます。）を使う。")))
        .containsExactly(new Finding(HERE, "defined-twice"));
    assertThat(findings(text("機械（以下「機械」といいます。）を使う。"))).isEmpty();
  }

  @Test
  void aDefinitionHasATerm() {
    var nodes = text("本文");
    nodes.set(3, article("art5", "第5条", definition("art5/def1", null)));
    assertThat(findings(nodes)).containsExactly(new Finding("art5/def1", "without-term"));
  }

  @Test
  void articlesStandInTheOrderOfTheirNumbersOverAllChapters() {
    var nodes = text("本文");
    nodes.add(node("ch2", NodeKind.CHAPTER, "章", article("art8", "第8条")));
    assertThat(findings(nodes)).containsExactly(new Finding("art8", "out-of-order"));
  }

  @Test
  void anArticleInsideARangeThatWentBeforeIsOutOfOrder() {
    var nodes = text("本文");
    nodes.add(3, article("art4", "第4条"));
    assertThat(findings(nodes)).containsExactly(new Finding("art4", "out-of-order"));
  }

  @Test
  void paragraphsAndItemsStandInOrder() {
    var nodes = text("本文");
    nodes.set(
        1,
        article(
            "art2-2",
            "第2条の2",
            node("art2-2/p2", NodeKind.PARAGRAPH, "本文", item("art2-2/p2/i2"), item("art2-2/p2/i1")),
            node("art2-2/p1", NodeKind.PARAGRAPH, "本文")));
    assertThat(findings(nodes))
        .containsExactly(
            new Finding("art2-2/p2/i1", "out-of-order"), new Finding("art2-2/p1", "out-of-order"));
  }

  @Test
  void aLabelHasTheNumberOfItsPath() {
    var nodes = text("本文");
    nodes.set(1, article("art2-2", "第2条の3"));
    assertThat(findings(nodes)).containsExactly(new Finding("art2-2", "label-of-another-number"));
  }

  /** About what fits into a body of 1 MiB: everything refers to everything. */
  @Test
  @Timeout(20)
  void aHostileTextIsCheckedSoon() {
    var paragraphs =
        IntStream.rangeClosed(1, 7_000)
            .mapToObj(n -> node("art1/p" + n, NodeKind.PARAGRAPH, "第1条第" + (7_001 - n) + "項"))
            .toArray(TermsNode[]::new);
    var references =
        IntStream.range(0, 35_000).mapToObj(n -> "第1条" + n % 7_000 + "項").collect(joining("。"));
    var blanks = "第1条" + " ".repeat(200_000) + "x以下" + " ".repeat(200_000) + "x第1条";

    assertThat(
            findings(
                List.of(
                    article("art1", "第1条", paragraphs),
                    article("art2", "第2条", node("art2/p1", NodeKind.PARAGRAPH, references)),
                    article("art3", "第3条", node("art3/p1", NodeKind.PARAGRAPH, blanks)))))
        .containsExactly(new Finding("art2/p1", "unresolved-reference"));
  }

  private static List<Finding> findings(List<TermsNode> nodes) {
    var findings = new Findings();
    TextChecks.of(
        new TermsContent("試験規約", new Vendor("会社"), List.of(), List.of(), nodes), findings);
    return findings.all();
  }

  private static TermsNode article(String path, String label, TermsNode... children) {
    return new TermsNode(path, NodeKind.ARTICLE, label, null, "本文", false, null, List.of(children));
  }

  private static TermsNode item(String path) {
    return node(path, NodeKind.ITEM, "本文");
  }

  private static TermsNode node(String path, NodeKind kind, String text, TermsNode... children) {
    return new TermsNode(path, kind, "", null, text, false, null, List.of(children));
  }

  private static TermsNode definition(String path, @Nullable String term) {
    return new TermsNode(path, NodeKind.DEFINITION, "", term, "意味", false, null, List.of());
  }

  private static TermsNode elided(String path, NodeKind kind) {
    return elided(path, kind, "");
  }

  private static TermsNode elided(String path, NodeKind kind, String label) {
    return new TermsNode(path, kind, label, null, null, true, null, List.of());
  }
}
