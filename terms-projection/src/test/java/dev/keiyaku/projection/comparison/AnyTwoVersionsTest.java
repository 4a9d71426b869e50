package dev.keiyaku.projection.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.comparison.rendering.Columns;
import dev.keiyaku.projection.comparison.rendering.Html;
import dev.keiyaku.projection.comparison.rendering.Markdown;
import dev.keiyaku.projection.comparison.table.Change;
import dev.keiyaku.projection.comparison.table.Fact;
import dev.keiyaku.projection.comparison.table.Row;
import java.io.StringReader;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What holds of any two versions, over terms made up from fixed seeds. */
class AnyTwoVersionsTest {

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theComparisonMakesTheNewTextOfTheOldInEitherOrder(long seed) {
    var random = new RandomTerms(seed);
    var old = random.content();
    var amended = seed % 5 == 0 ? random.content() : random.amended(old);

    assertThat(Amending.apply(old, Compared.of(old, amended))).isEqualTo(amended);
    assertThat(Amending.apply(amended, Compared.of(amended, old))).isEqualTo(old);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aVersionComparedWithItselfHasNoDifference(long seed) {
    var content = new RandomTerms(seed).content();
    var comparison = Compared.of(content, content);

    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.rows().stream().flatMap(Row::all).map(Row::change))
        .containsOnly(content.nodes().isEmpty() ? new Change[0] : new Change[] {Change.UNCHANGED});
    assertThat(comparison.facts().governing())
        .extracting(Fact::change)
        .doesNotContain(Change.CHANGED);
    assertThat(comparison.facts().definitions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatDiffersIsTold(long seed) {
    var random = new RandomTerms(seed);
    var old = random.content();
    var amended = random.amended(old);

    var comparison = Compared.of(old, amended);
    if (!verbatim(old).equals(verbatim(amended))) {
      assertThat(comparison.rows().stream().flatMap(Row::all))
          .anyMatch(row -> row.change() != Change.UNCHANGED);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePageIsWellFormedWhateverTheTermsContain(long seed) throws Exception {
    var random = new RandomTerms(seed);
    var old = random.content();
    var sheet = Compared.sheet(Compared.of(old, random.amended(old)), Columns.NEW_FIRST);

    var page = Html.of(sheet).replace("<!DOCTYPE html>", "");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(Markdown.of(sheet)).doesNotContain("<script");
  }

  private static List<String> verbatim(TermsContent content) {
    return content.allNodes().flatMap(AnyTwoVersionsTest::words).toList();
  }

  private static Stream<String> words(TermsNode node) {
    return Stream.of(node.label(), "" + node.heading(), "" + node.text(), "" + node.elided());
  }
}
