package dev.keiyaku.projection.comparison;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparisonOverHttpTest {

  private static final String BOTH =
      "/v1/terms/mysecure/comparison?from=until-2023-06-30&to=2023-07-01&minVersion=1";

  private ReadSide readSide;

  @BeforeAll
  void bothVersions() {
    readSide = ReadSide.start();
    readSide.recorder().record(japan("2023-06-01T10:00"), RealTerms.published(RealTerms.OLD));
    readSide.recorder().record(japan("2023-06-16T10:00"), RealTerms.published(RealTerms.NEW));
    // Not every question below waits for a sequence: the refusals would be of a document unknown.
    readSide.get(BOTH, Role.OPERATIONS);
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void bothRealVersionsAreComparedAsJson() {
    var comparison = readSide.get(BOTH, Role.OPERATIONS);

    assertThat(comparison.at("/from/period/western").asString()).isEqualTo("～2023年6月30日");
    assertThat(comparison.at("/to/period/japanese").asString()).isEqualTo("令和5年7月1日～");
    assertThat(comparison.at("/facts/vendor/to/words/0/text").asString()).isEqualTo("オープンテキスト株式会社");
  }

  @Test
  void theFormIsChosenByAcceptOrByName() {
    assertThat(type("", "text/html,application/xhtml+xml,*/*;q=0.8")).isEqualTo("text/html");
    assertThat(type("", "application/json;q=0.5, application/pdf")).isEqualTo("application/pdf");
    assertThat(type("", "text/markdown")).isEqualTo("text/markdown");
    assertThat(type("", "*/*")).isEqualTo("application/json");
    assertThat(type("&format=MARKDOWN", "text/html")).isEqualTo("text/markdown");
    assertThat(type("", "image/png")).isEqualTo("application/problem+json");
  }

  private String type(String more, String accept) {
    var answer = ask(BOTH + more, accept);
    return answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
  }

  private HttpResponse<byte[]> ask(String path, String accept) {
    var request =
        HttpRequest.newBuilder(readSide.address().resolve(path))
            .header("Authorization", "Bearer " + readSide.issuer().token(Role.AGENT, null))
            .header("Accept", accept)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePageIsJapaneseHasRealHeadersAndRunsNothing() {
    var answer = ask(BOTH + "&columns=NEW_FIRST", "text/html");
    var page = new String(answer.body(), StandardCharsets.UTF_8);

    assertThat(page)
        .contains("lang=\"ja\"", "size: A4 landscape", "<th scope=\"col\" class=\"remark\">備考</th>")
        .contains("<ins>オープンテキスト株式会社</ins>", "<del>ウェブルート株式会社</del>")
        .contains("第3条～第4条（略）", "実施期日 令和5年7月1日（2023年7月1日）", "レパN第009600000752-01")
        .contains("2023年8月1日");
    assertThat(page.indexOf("2023年7月1日～（")).isLessThan(page.indexOf("～2023年6月30日（"));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
  }

  @Test
  void thePdfCarriesItsJapaneseFontAndItsWords() throws IOException {
    try (var pdf = Loader.loadPDF(ask(BOTH, "application/pdf").body())) {
      var box = pdf.getPage(0).getMediaBox();
      assertThat(Math.round(box.getWidth())).isEqualTo(842);
      assertThat(Math.round(box.getHeight())).isEqualTo(595);
      var fonts = pdf.getPage(0).getResources();
      for (var name : fonts.getFontNames()) {
        assertThat(fonts.getFont(name).isEmbedded()).isTrue();
      }
      // The font has one glyph for 用 and its radical, and the library names the radical.
      var words = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC);
      assertThat(words.replaceAll("\\s", ""))
          .contains("マイセキュア利用規約【現改比較表】", "オープンテキスト株式会社", "この改正規定は、令和5年7月1日から実施します。");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
    }
  }

  @Test
  void eitherOrderAndOneVersionWithItselfAreAnswered() {
    var back =
        readSide.get(
            "/v1/terms/mysecure/comparison?from=2023-07-01&to=until-2023-06-30&minVersion=1",
            Role.AUDITOR);
    assertThat(back.at("/differences")).hasSize(10);
    var same =
        readSide.get(
            "/v1/terms/mysecure/comparison?from=2023-07-01&to=2023-07-01&minVersion=1",
            Role.AUDITOR);
    assertThat(same.at("/identical").asBoolean()).isTrue();
    assertThat(same.at("/differences")).isEmpty();
  }

  @Test
  void whatIsUnknownOrMisspeltIsRefused() {
    assertThat(status("?from=until-2023-06-30")).isEqualTo(400);
    assertThat(status("?from=until-2023-06-30&to=2024-07-01")).isEqualTo(404);
    assertThat(status("?from=until-2023-06-30&to=2023-07-01&columns=BOTH")).isEqualTo(400);
    assertThat(status("?from=until-2023-06-30&to=2023-07-01&order=x")).isEqualTo(400);
    assertThat(status("?from=until-2023-06-30&to=2023-07-01&knownAt=2023-06-10T00:00:00Z"))
        .isEqualTo(404);
  }

  private int status(String query) {
    return readSide.ask("/v1/terms/mysecure/comparison" + query, Role.AGENT).statusCode();
  }
}
