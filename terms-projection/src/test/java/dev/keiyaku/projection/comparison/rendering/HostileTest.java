package dev.keiyaku.projection.comparison.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.comparison.Compared;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class HostileTest {

  private static final String MARKUP =
      "<script>alert(1)</script><img src=x onerror=alert(1)> | **a** [b](javascript:c) `d`";

  private static Sheet sheet(String from, String to) {
    return Compared.sheet(
        Compared.of(Compared.articles(from), Compared.articles(to)), Columns.OLD_FIRST);
  }

  @Test
  void markupInTheTermsIsShownAsText() throws Exception {
    var sheet = sheet(MARKUP + "を定める。", MARKUP + "を定めます。");

    assertThat(Html.of(sheet))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; | **a**")
        .doesNotContain("<script", "<img");
    assertThat(Markdown.of(sheet))
        .contains("&lt;script&gt;", "\\| \\*\\*a\\*\\* \\[b\\]\\(javascript\\:c\\) \\`d\\`")
        .doesNotContain("<script", "<img");
    try (var pdf = Loader.loadPDF(Pdf.of(sheet))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
          .contains("<script>alert(1)</script><imgsrc=xonerror=alert(1)>");
    }
  }

  @Test
  void whatCannotBeShownIsShownAsThat() {
    var sheet = sheet("甲\u0000乙\uD800丙\u202E丁", "戊");
    assertThat(Html.of(sheet)).contains("甲\uFFFD乙\uFFFD丙\uFFFD丁");
    assertThat(Markdown.of(sheet)).contains("甲\uFFFD乙\uFFFD丙\uFFFD丁");
  }

  @Test
  void aLineEndStaysInItsCellOfTheTable() {
    assertThat(Markdown.of(sheet("甲\r\n乙", "甲\n丙"))).contains("甲<br>");
  }

  @Test
  void aTableTooLongForAPdfIsRefusedThereOnly() {
    var many = IntStream.range(0, 1_001).mapToObj(n -> "第" + n + "の定め").toList();
    var amended = many.stream().map(text -> text + "（改正）").toList();
    var sheet =
        Compared.sheet(
            Compared.of(Compared.articles(many), Compared.articles(amended)), Columns.OLD_FIRST);

    assertThatThrownBy(() -> Pdf.of(sheet))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.COMPARISON_TOO_LONG);
              assertThat(refused.arguments()).containsExactly(1_001, 1_000);
            });
    assertThat(Html.of(sheet)).contains("第1000の定め");
  }
}
