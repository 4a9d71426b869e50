package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Both versions against the source document's bytes: written out again in the source's order they
 * give its lines, no word more and no word less. Only what is no text is set aside: the markup of
 * the underlining, the bullets, and how each 略 is bracketed.
 */
class TranscriptionTest {

  private static final Path SOURCE =
      Path.of("src/test/resources/source/mysecure-comparison-table.txt");

  @Test
  void bothVersionsWrittenOutAreTheSource() throws IOException {
    var old = RealTerms.publish(RealTerms.OLD).content().nodes();
    var amended = RealTerms.publish(RealTerms.NEW).content().nodes();
    var written = new ArrayList<String>();
    for (var part : List.of(List.of(0, 3), List.of(3, 6), List.of(6, 99))) {
      Stream.of(old, amended)
          .map(nodes -> nodes.subList(part.get(0), Math.min(part.get(1), nodes.size())))
          .forEach(nodes -> nodes.forEach(node -> write(node, written)));
    }
    assertThat(written).isEqualTo(sourceLines());
  }

  @Test
  void theTitleAndTheDaysAreTheSources() throws IOException {
    var lines = Files.readAllLines(SOURCE).stream().filter(line -> !line.isBlank()).toList();
    assertThat(lines.getFirst()).startsWith(RealTerms.publish(RealTerms.OLD).content().title());
    assertThat(lines.subList(1, 3)).containsExactly("～2023年6月30日", "2023年7月1日～");
  }

  @Test
  void theNoticeCarriesTheSourceByteForByte() throws IOException {
    var captured = RealTerms.notice().captured();
    assertThat(captured).isNotNull();
    assertThat(Base64.getDecoder().decode(captured)).isEqualTo(Files.readAllBytes(SOURCE));
  }

  @Test
  void nothingElidedHasWords() {
    assertThat(
            Stream.of(RealTerms.OLD, RealTerms.NEW)
                .flatMap(version -> RealTerms.publish(version).content().allNodes())
                .filter(TermsNode::elided)
                .filter(node -> node.text() != null))
        .isEmpty();
  }

  private static List<String> sourceLines() throws IOException {
    return Files.readString(SOURCE, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .skip(3)
        .map(TranscriptionTest::plain)
        .toList();
  }

  private static String plain(String line) {
    return line.replaceAll("\\[([^\\]]*)\\]\\(#\\)", "$1")
        .replace("\\(", "(")
        .replace("\\)", ")")
        .replaceFirst("^- ", "")
        .replaceFirst("[ \\t]?[（(]略[）)]$", "（略）");
  }

  private static void write(TermsNode node, List<String> lines) {
    switch (node.kind()) {
      case ARTICLE -> article(node, lines);
      case CHAPTER -> {
        lines.add(node.label() + " " + node.heading());
        node.children().forEach(child -> write(child, lines));
      }
      case DEFINITIONS -> {
        lines.add(node.label() + "\t" + node.heading());
        node.children().forEach(child -> write(child, lines));
      }
      case SUPPLEMENT -> {
        lines.add(node.label() + node.heading());
        lines.add(String.valueOf(node.children().getFirst().heading()));
        lines.add("1 " + node.children().getFirst().text());
      }
      default -> line(node, lines);
    }
  }

  private static void article(TermsNode article, List<String> lines) {
    if (article.elided()) {
      line(article, lines);
      return;
    }
    lines.add(String.valueOf(article.heading()));
    var first = article.children().getFirst();
    lines.add(article.label() + " " + first.text());
    first.children().forEach(item -> line(item, lines));
    article.children().stream().skip(1).forEach(child -> write(child, lines));
  }

  private static void line(TermsNode node, List<String> lines) {
    var heading = node.heading() == null ? "" : " " + node.heading();
    if (node.elided()) {
      lines.add(node.label() + heading + "（略）");
    } else if (node.kind() == NodeKind.DEFINITION) {
      lines.add(node.label() + heading + "\t" + node.text());
    } else {
      lines.add(node.label() + " " + node.text());
    }
  }
}
