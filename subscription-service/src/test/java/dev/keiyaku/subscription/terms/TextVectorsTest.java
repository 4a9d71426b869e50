package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts are hashed as given, code point by code point: nothing is normalised. The hashes are those
 * of {@code docs/terms-format.md}, computed there independently.
 */
class TextVectorsTest {

  static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("surrogate pair", "\uD842\uDFB7野家"),
          Map.entry("variation selector", "葛\uDB40\uDD00城市"),
          Map.entry("without it", "葛城市"),
          Map.entry("full width", "ＩＳＰ"),
          Map.entry("half width", "ISP"),
          Map.entry("half-width kana", "ｶﾞｲﾄﾞ"),
          Map.entry("full-width kana", "ガイド"),
          Map.entry("composed", "が"),
          Map.entry("decomposed", "か\u3099"),
          Map.entry("CRLF", "一\r\n二"),
          Map.entry("LF", "一\n二"),
          Map.entry("line separator", "一\u2028二"),
          Map.entry("markup", "<script>alert(1)</script> & [x](y)"));

  @Test
  void everyVectorIsTheDocumentedOne() throws IOException {
    var documented = Files.readString(Path.of("../docs/terms-format.md"));
    TEXTS.forEach((name, text) ->
        assertThat(documented)
            .contains("| " + name + " | `" + escaped(text) + "` | `" + hash(text) + "` |"));
  }

  @Test
  void whatIsWrittenOtherwiseHasAnotherHash() {
    assertThat(TEXTS.values().stream().map(TextVectorsTest::hash)).doesNotHaveDuplicates();
  }

  private static String hash(String text) {
    var node = new TermsNode("art1", NodeKind.ARTICLE, "第1条", null, text, false, null, List.of());
    return ContentHash.of(
        new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), List.of(node)));
  }

  /** As JSON writes it in ASCII. */
  private static String escaped(String text) {
    var json = new StringBuilder();
    text.chars()
        .forEach(unit -> {
          if (unit < 128) {
            var quoted = JsonMapper.shared().writeValueAsString(Character.toString(unit));
            json.append(quoted, 1, quoted.length() - 1);
          } else {
            json.append("\\u%04x".formatted(unit));
          }
        });
    return json.toString();
  }
}
