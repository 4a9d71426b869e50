package dev.keiyaku.projection.comparison;

import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.contract.terms.GoverningDocument;
import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Terms made up from a seed, and what an amendment may make of them. */
final class RandomTerms {

  private static final List<String> WORDS =
      List.of(
          "本規約",
          "契約者",
          "は",
          "が",
          "の",
          "に",
          "を",
          "、",
          "。",
          "当社",
          "ウェブルート株式会社",
          "オープンテキスト",
          "利用",
          "中止",
          "プラン1",
          "第15条",
          "(4)",
          " ",
          "　",
          "\r\n",
          "\n",
          "𠮷野家",
          "葛\uDB40\uDD00飾",
          "葛飾",
          "ｶﾞｽ",
          "ガス",
          "ＩＳＰ",
          "ISP",
          "<script>",
          "&amp;",
          "|",
          "*",
          "e\u0301",
          "é",
          "\uD83D\uDC68\u200D\uD83D\uDC69",
          "30日");

  private final Random random;

  RandomTerms(long seed) {
    this.random = new Random(seed);
  }

  TermsContent content() {
    return content(articles(random.nextInt(8)));
  }

  /** The same terms amended: words, order, numbers, chapters. */
  TermsContent amended(TermsContent content) {
    var articles = new ArrayList<TermsNode>();
    content
        .nodes()
        .forEach(node -> {
          if (node.kind() == NodeKind.CHAPTER) {
            articles.addAll(node.children());
          } else {
            articles.add(node);
          }
        });
    for (int n = random.nextInt(4); n > 0; n--) {
      amend(articles);
    }
    return content(articles.stream().map(this::touched).toList());
  }

  private void amend(List<TermsNode> nodes) {
    switch (nodes.isEmpty() ? 0 : random.nextInt(3)) {
      case 0 -> nodes.add(random.nextInt(nodes.size() + 1), article());
      case 1 -> nodes.remove(random.nextInt(nodes.size()));
      default -> {
        var moved = nodes.remove(random.nextInt(nodes.size()));
        nodes.add(random.nextInt(nodes.size() + 1), moved);
      }
    }
  }

  /** Now and then something in a node changes. */
  private TermsNode touched(TermsNode node) {
    boolean hit = random.nextInt(6) == 0;
    var children = new ArrayList<>(node.children().stream().map(this::touched).toList());
    if (hit && children.size() > 1 && random.nextBoolean()) {
      children.add(0, children.removeLast());
    }
    var text = hit && node.text() != null ? edited(node.text()) : node.text();
    boolean lost = hit && node.text() != null && random.nextInt(8) == 0;
    return new TermsNode(
        node.path(),
        node.kind(),
        node.label(),
        hit && random.nextInt(3) == 0 ? words() : node.heading(),
        lost ? null : text,
        node.elided() || lost,
        null,
        children);
  }

  private String edited(String text) {
    int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
    return random.nextInt(4) == 0 ? words() : text.substring(0, at) + words() + text.substring(at);
  }

  private TermsContent content(List<TermsNode> articles) {
    var numbered =
        IntStream.range(0, articles.size())
            .mapToObj(n -> numbered(articles.get(n), "art" + (n + 1), "第" + (n + 1) + "条"))
            .toList();
    int cut = random.nextInt(numbered.size() + 1);
    var nodes = new ArrayList<>(numbered.subList(0, cut));
    if (random.nextBoolean()) {
      nodes.add(
          node("ch1", NodeKind.CHAPTER, "第1章", "利用", null, numbered.subList(cut, articles.size())));
    } else {
      nodes.addAll(numbered.subList(cut, articles.size()));
    }
    return new TermsContent(
        "規約" + random.nextInt(2),
        new Vendor(random.nextBoolean() ? "ウェブルート株式会社" : "オープンテキスト株式会社"),
        some(
            3,
            n -> new GoverningDocument("約款" + n + (random.nextBoolean() ? "" : " (OCN)"), "art1")),
        some(2, n -> new EligibilityRule("P" + n, "A", 2, 8, 2, some(3, plan -> plan + 1), "art1")),
        nodes);
  }

  private static TermsNode numbered(TermsNode node, String path, String label) {
    var children =
        IntStream.range(0, node.children().size())
            .mapToObj(n -> numbered(node.children().get(n), path + "/" + (n + 1), "" + (n + 1)))
            .toList();
    return new TermsNode(
        path, node.kind(), label, node.heading(), node.text(), node.elided(), null, children);
  }

  private List<TermsNode> articles(int count) {
    return IntStream.range(0, count).mapToObj(_ -> article()).toList();
  }

  private TermsNode article() {
    if (random.nextInt(6) == 0) {
      return new TermsNode("", NodeKind.ARTICLE, "", null, null, true, null, List.of());
    }
    var paragraphs = some(3, _ -> paragraph());
    return node(
        "", NodeKind.ARTICLE, "", random.nextBoolean() ? words() : null, words(), paragraphs);
  }

  private TermsNode paragraph() {
    var items = some(4, _ -> node("", NodeKind.ITEM, "", null, words(), List.of()));
    return node("", NodeKind.PARAGRAPH, "", null, words(), items);
  }

  private static TermsNode node(
      String path,
      NodeKind kind,
      String label,
      @Nullable String heading,
      @Nullable String text,
      List<TermsNode> children) {
    return new TermsNode(path, kind, label, heading, text, false, null, children);
  }

  private <T> List<T> some(int most, IntFunction<T> each) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(each).toList();
  }

  private String words() {
    var words = new StringBuilder();
    for (int n = 1 + random.nextInt(14); n > 0; n--) {
      words.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }
}
