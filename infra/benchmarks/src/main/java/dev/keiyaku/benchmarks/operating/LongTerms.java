package dev.keiyaku.benchmarks.operating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up terms of 200 articles, and their amendment: of every fourth article a word is another,
 * every tenth has one paragraph less, and the last is new.
 */
final class LongTerms {

  static final String DOCUMENT = "bench-long";
  static final String OLD = "until-2025-03-31";
  static final String NEW = "2025-04-01";

  private static final int ARTICLES = 200;

  private LongTerms() {}

  /** The body that publishes the old version. */
  static String old() {
    return json(Map.of("version", OLD, "content", content(ARTICLES, "株式会社ウェブルート", false)));
  }

  /** The body that publishes the new version. */
  static String amended() {
    return json(
        Map.of(
            "version",
            NEW,
            "effectiveFrom",
            NEW,
            "basis",
            "REASONABLE_CHANGE",
            "reason",
            "a benchmark",
            "content",
            content(ARTICLES + 1, "オープンテキスト株式会社", true)));
  }

  private static Map<String, Object> content(int articles, String vendor, boolean amended) {
    var nodes = new ArrayList<Map<String, Object>>();
    for (int number = 1; number <= articles; number++) {
      nodes.add(article(number, number % 4 == 0 ? vendor : "当社", amended && number % 10 == 0));
    }
    return Map.of(
        "title",
        "長い利用規約",
        "vendor",
        Map.of("name", vendor),
        "governing",
        List.of(),
        "eligibility",
        List.of(),
        "nodes",
        nodes);
  }

  private static Map<String, Object> article(int number, String who, boolean shorter) {
    var path = "art" + number;
    var paragraphs = new ArrayList<Map<String, Object>>();
    for (int paragraph = 1; paragraph <= (shorter ? 2 : 3); paragraph++) {
      var text =
          "契約者は、%sが別に定める方法により、本サービスの利用に必要な%d番目の設備を%d箇所に自己の費用で維持するものとします。"
              .formatted(who, paragraph, number);
      var label = paragraph == 1 ? "" : Integer.toString(paragraph);
      paragraphs.add(
          Map.of(
              "path", path + "/p" + paragraph, "kind", "PARAGRAPH", "label", label, "text", text));
    }
    return Map.of(
        "path",
        path,
        "kind",
        "ARTICLE",
        "label",
        "第" + number + "条",
        "heading",
        "（設備の維持 " + number + "）",
        "children",
        paragraphs);
  }

  private static String json(Map<String, Object> version) {
    return JsonMapper.shared().writeValueAsString(version);
  }
}
