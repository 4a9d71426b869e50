package dev.keiyaku.projection.comparison.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Changed words in brackets, words only written otherwise in braces. */
class WordingTest {

  private static void assertMarked(String from, String to, String markedFrom, String markedTo) {
    var wording = Wording.of(from, to);
    assertThat(marked(wording.from())).isEqualTo(markedFrom);
    assertThat(marked(wording.to())).isEqualTo(markedTo);
    assertThat(Run.text(wording.from())).isEqualTo(from);
    assertThat(Run.text(wording.to())).isEqualTo(to);
  }

  private static String marked(java.util.List<Run> runs) {
    return runs.stream()
        .map(run ->
            switch (run.mark()) {
              case KEPT -> run.text();
              case CHANGED -> "[" + run.text() + "]";
              case FORM -> "{" + run.text() + "}";
            })
        .collect(Collectors.joining());
  }

  @Test
  void aNameIsMarkedWholeAlsoWhereBothNamesShareCharacters() {
    assertMarked("当社はウェブルート株式会社に", "当社はオープンテキスト株式会社に", "当社は[ウェブルート株式会社]に", "当社は[オープンテキスト株式会社]に");
    assertMarked("株式会社アルファが", "株式会社アルファスが", "[株式会社アルファ]が", "[株式会社アルファス]が");
  }

  @Test
  void aWordIsMarkedWholeAndNotItsSingleCharacter() {
    assertMarked("契約者は利用中止を", "契約者は利用停止を", "契約者は[利用中止]を", "契約者は[利用停止]を");
    assertMarked("プラン1に係る", "プラン12に係る", "[プラン1]に係る", "[プラン12]に係る");
    assertMarked("第15条の定めによる", "第16条の定めによる", "[第15条]の定めによる", "[第16条]の定めによる");
  }

  @Test
  void whatIsPutBeforeACompoundIsMarkedAlone() {
    assertMarked("契約者の電話番号を", "契約者の携帯電話番号を", "契約者の電話番号を", "契約者の[携帯]電話番号を");
  }

  @Test
  void aCommaThatGoesBesideANameIsAnEditOfItsOwn() {
    assertThat(Wording.of("情報が、ウェブルート株式会社のサーバに", "情報がオープンテキスト株式会社のサーバに").edits())
        .containsExactly(new Edit("、", ""), new Edit("ウェブルート株式会社", "オープンテキスト株式会社"));
    assertThat(Wording.of("情報がオープンテキスト株式会社のサーバに", "情報が、ウェブルート株式会社のサーバに").edits())
        .containsExactly(new Edit("", "、"), new Edit("オープンテキスト株式会社", "ウェブルート株式会社"));
  }

  @Test
  void blanksBesideJapaneseAndLineEndsAreOnlyForm() {
    assertMarked("契約書 の定め", "契約書の定め", "契約書{ }の定め", "契約書の定め");
    assertMarked("甲\r\n乙", "甲\n乙", "甲{\r\n}乙", "甲{\n}乙");
    assertThat(Wording.of("甲\r\n乙", "甲\n乙").onlyForm()).isTrue();
  }

  @Test
  void widthIsOnlyFormAndStaysAsStored() {
    assertMarked("ＩＳＰの", "ISPの", "{ＩＳＰ}の", "{ISP}の");
    assertMarked("ｶﾞｽを", "ガスを", "{ｶﾞｽ}を", "{ガス}を");
    assertMarked("（定義）", "(定義)", "{（}定義{）}", "{(}定義{)}");
  }

  @Test
  void aGlyphVariantIsTheSameWordWrittenOtherwise() {
    assertMarked("葛\uDB40\uDD00飾区", "葛飾区", "{葛\uDB40\uDD00飾区}", "{葛飾区}");
  }

  @Test
  void anotherCharacterIsAnotherWordAndAPairOfSurrogatesStaysWhole() {
    assertMarked("𠮷野家で", "吉野家で", "[𠮷野家]で", "[吉野家]で");
    assertMarked("𠮷は", "𠮸は", "[𠮷]は", "[𠮸]は");
  }

  @Test
  void whatMeansSomethingElseIsNoForm() {
    assertThat(Wording.of("①を", "1を").wordsChanged()).isTrue();
    assertThat(Wording.of("㈱アルファ", "株アルファ").wordsChanged()).isTrue();
  }

  @Test
  void textsThatHaveOnlyParticlesInCommonAreReplacedAsAWhole() {
    assertMarked("甲が乙を。", "丙の丁は戊を己に庚で。", "[甲が乙を。]", "[丙の丁は戊を己に庚で。]");
  }

  @Test
  void composedAndDecomposedAreTheSame() {
    assertThat(Wording.of("cafe\u0301", "café").onlyForm()).isTrue();
    assertThat(Wording.of("カ\u3099ス", "ガス").onlyForm()).isTrue();
  }
}
