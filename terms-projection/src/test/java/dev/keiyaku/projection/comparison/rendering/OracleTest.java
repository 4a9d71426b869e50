package dev.keiyaku.projection.comparison.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.projection.comparison.Compared;
import dev.keiyaku.projection.comparison.RealTerms;
import dev.keiyaku.projection.comparison.rendering.Oracle.Marked;
import dev.keiyaku.projection.comparison.rendering.Oracle.Words;
import dev.keiyaku.projection.comparison.table.Cell;
import dev.keiyaku.projection.comparison.table.Difference;
import dev.keiyaku.projection.comparison.table.Fact;
import dev.keiyaku.projection.comparison.table.Folding;
import dev.keiyaku.projection.comparison.table.Part;
import dev.keiyaku.projection.comparison.table.Row;
import dev.keiyaku.projection.comparison.table.Spot;
import dev.keiyaku.projection.comparison.table.TermsComparison;
import dev.keiyaku.projection.comparison.wording.Run;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle against the source document's bytes, and the output against the oracle. */
class OracleTest {

  private final Oracle oracle = Oracle.read();
  private final SourceTable source = SourceTable.read();
  private final TermsComparison output =
      Compared.real(RealTerms.OLD, RealTerms.NEW, Folding.CONTEXT);

  @Test
  void theOracleIsOfTheDocumentsBytes() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(SourceTable.bytes());
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(oracle.sourceSha256());
    assertThat(source.old()).hasSameSizeAs(source.amended()).hasSize(42);
  }

  /** Line by line, with no code of ours between. */
  @Test
  void theLinesThatDifferInTheBytesAreThoseOfTheOracleAndItsWordsMakeTheNewOfTheOld() {
    var changed =
        oracle.differences().stream().filter(d -> d.change().equals("CHANGED")).iterator();
    for (int i = 0; i < source.old().size(); i++) {
      var old = source.old().get(i).words();
      var amended = source.amended().get(i).words();
      if (!old.equals(amended)) {
        assertThat(rewritten(old, changed.next().words())).isEqualTo(amended);
      }
    }
    assertThat(changed.hasNext()).isFalse();
    assertThat(source.below().stream().map(SourceTable.Line::words).collect(Collectors.joining()))
        .isEqualTo("附則（令和5年6月16日レパN第009600000752-01）（実施期日）1この改正規定は、令和5年7月1日から実施します。");
  }

  /** The words in their order; what is only inserted goes where the new line has it. */
  private static String rewritten(String line, List<Words> words) {
    var text = line;
    for (var word : words) {
      var from = SourceTable.bare(word.from());
      var to = SourceTable.bare(word.to());
      if (from.isEmpty()) {
        var before = to.equals("(OCN)") ? "約款" : "プラン1";
        text = text.replaceFirst(before, before + to.replace("$", "\\$"));
      } else {
        assertThat(text).containsOnlyOnce(from);
        text = text.replace(from, to);
      }
    }
    return text;
  }

  @Test
  void whatTheSourceUnderlinesIsWhatTheOracleSays() {
    var byWords =
        oracle.differences().stream()
            .filter(difference -> difference.change().equals("CHANGED"))
            .iterator();
    for (int i = 0; i < source.old().size(); i++) {
      var old = source.old().get(i);
      var amended = source.amended().get(i);
      if (!old.words().equals(amended.words())) {
        var difference = byWords.next();
        assertThat(marked(difference.words(), old.marks(), amended.marks()))
            .as(difference.citation())
            .isEqualTo(difference.marked());
      } else {
        assertThat(Stream.of(old.marks(), amended.marks()).flatMap(List::stream)).isEmpty();
      }
    }
    assertThat(source.below())
        .extracting(SourceTable.Line::marks)
        .containsExactly(List.of("レパN第009600000752-01"), List.of(), List.of());
    assertThat(oracle.differences())
        .allMatch(d -> d.marked() == Marked.WHOLE ? d.reason() == null : d.reason() != null);
  }

  private static Marked marked(List<Words> words, List<String> old, List<String> amended) {
    if (old.isEmpty() && amended.isEmpty()) {
      return Marked.NONE;
    }
    boolean whole =
        old.equals(bare(words.stream().map(Words::from)))
            && amended.equals(bare(words.stream().map(Words::to)));
    return whole ? Marked.WHOLE : Marked.PART;
  }

  private static List<String> bare(Stream<String> words) {
    return words.filter(word -> !word.isEmpty()).map(SourceTable::bare).toList();
  }

  @Test
  void theOutputTellsEveryDifferenceOfTheOracleAndNoOther() {
    assertThat(output.differences().stream().map(OracleTest::told).toList())
        .isEqualTo(
            oracle.differences().stream()
                .map(d -> d.citation() + " " + d.change() + " " + d.words())
                .toList());
  }

  private static String told(Difference difference) {
    var spot = difference.to() == null ? difference.from() : difference.to();
    return Objects.requireNonNull(spot).citation()
        + " "
        + difference.change()
        + " "
        + difference.edits().stream().map(edit -> new Words(edit.from(), edit.to())).toList();
  }

  @Test
  void theOtherWayRoundEveryDifferenceIsTurned() {
    var turned = Compared.real(RealTerms.NEW, RealTerms.OLD, Folding.CONTEXT).differences();
    assertThat(turned).hasSameSizeAs(oracle.differences());
    assertThat(turned.get(2).edits())
        .containsExactly(new Difference.Words(Part.TEXT, "オープンテキスト株式会社", "ウェブルート株式会社"));
    assertThat(turned.getLast().to()).isNull();
    assertThat(turned.getLast().from()).extracting(Spot::citation).isEqualTo("附 則 1");
  }

  @Test
  void theOutputsDataIsTheOracles() {
    var facts = output.facts();
    assertThat(said(facts.vendor())).isEqualTo(oracle.facts().vendor());
    assertThat(facts.governing().stream().map(OracleTest::said).toList())
        .isEqualTo(oracle.facts().governing());
    assertThat(facts.eligibility())
        .singleElement()
        .satisfies(rule ->
            assertThat(
                    List.of(
                        Objects.requireNonNull(rule.from()).plans(),
                        Objects.requireNonNull(rule.to()).plans()))
                .isEqualTo(oracle.facts().plans()));
    assertThat(facts.definitions())
        .extracting(definition -> Objects.requireNonNull(definition.to()).citation())
        .isEqualTo(oracle.facts().definitions());
  }

  private static List<@Nullable String> said(Fact fact) {
    return Arrays.asList(words(fact.from()), words(fact.to()));
  }

  private static @Nullable String words(Fact.@Nullable Said said) {
    return said == null ? null : Run.text(said.words());
  }

  @Test
  void theTableGivenBackIsTheSourcesLineByLine() {
    var lines = Lines.of(output.rows());
    assertThat(written(lines, true)).isEqualTo(words(source.old()));
    assertThat(written(lines.stream().filter(line -> line.from() != null).toList(), false))
        .isEqualTo(words(source.amended()));
    assertThat(
            String.join(
                "", written(lines.stream().filter(line -> line.from() == null).toList(), false)))
        .isEqualTo(String.join("", words(source.below())));
  }

  private static List<String> words(List<SourceTable.Line> lines) {
    return lines.stream().map(SourceTable.Line::words).toList();
  }

  private static List<String> written(List<Line> lines, boolean old) {
    return lines.stream()
        .map(line -> old ? line.from() : line.to())
        .filter(Objects::nonNull)
        .map(half ->
            SourceTable.bare(Run.text(half.title()) + Run.text(half.text()))
                + (half.omitted() ? "（略）" : ""))
        .toList();
  }

  @Test
  void whatTheSourcePrintsThoughItDidNotChangeIsWhatTheOracleSays() {
    var whole = foldedPaths(output);
    var folded = foldedPaths(Compared.real(RealTerms.OLD, RealTerms.NEW, Folding.ALL));
    var more = new ArrayList<>(folded);
    more.removeAll(whole);
    assertThat(more).isEqualTo(oracle.folds().stream().map(Oracle.Fold::path).toList());
    assertThat(oracle.folds()).allMatch(fold -> !fold.reason().isBlank());
  }

  private static Set<String> foldedPaths(TermsComparison comparison) {
    return comparison.rows().stream()
        .flatMap(Row::all)
        .filter(Row::folded)
        .map(Row::either)
        .map(Cell::paths)
        .map(List::getFirst)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Test
  void howTheSourceWritesRangesAndOmissionsIsWhatTheOracleSays() {
    for (var label : oracle.labels()) {
      assertThat(source.old()).extracting(SourceTable.Line::words).contains(label.label() + "（略）");
      assertThat(output.rows()).map(row -> Run.text(row.either().label())).contains(label.label());
    }
    for (var omission : oracle.omissions()) {
      assertThat(source.all()).anyMatch(line -> line.written().endsWith(omission.written()));
      assertThat(source.all()).anyMatch(line -> line.written().endsWith(omission.rule()));
    }
  }
}
