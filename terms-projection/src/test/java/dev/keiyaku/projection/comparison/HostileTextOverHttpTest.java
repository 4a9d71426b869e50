package dev.keiyaku.projection.comparison;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.Vendor;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Text that is hard to keep, to compare or to show, asked for over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextOverHttpTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String MARKUP =
      "<script>alert(1)</script><img src=x onerror=alert(2)> ]]> <!-- & &lt; [x](javascript:y) |"
          + " `z`";

  /** Beside each other: the same words written otherwise, by ADR 0101. */
  private static final List<List<String>> ALIKE =
      List.of(
          List.of("葛\uDB40\uDD00城市の契約者", "葛城市の契約者"),
          List.of("ＩＳＰの契約者", "ISPの契約者"),
          List.of("ｶﾞｲﾄﾞの契約者", "ガイドの契約者"),
          List.of("が行う", "か\u3099行う"),
          List.of("一に\r\n二に", "一に\n二に"));

  /** A character of two surrogates is one, and others are others. */
  private static final List<List<String>> DIFFERENT =
      List.of(
          List.of("\uD842\uDFB7野家の契約者", "吉野家の契約者"),
          List.of("\uD842\uDFB7の一", "\uD842\uDFB6の一"),
          List.of("①の契約者", "1の契約者"));

  private ReadSide readSide;

  @BeforeAll
  void start() {
    readSide = ReadSide.start();
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  @Test
  void whatIsWrittenOtherwiseIsKeptAsGivenAndComparedAsTheSameWords() {
    both("alike", ALIKE);
    var comparison = compared("alike");

    comparison
        .at("/differences")
        .forEach(difference -> assertThat(difference.at("/edits")).as("words").isEmpty());
    assertThat(texts(comparison, "change")).hasSize(ALIKE.size()).containsOnly("FORM");
    keptAsGiven("alike", ALIKE);
  }

  @Test
  void otherCharactersAreOtherWordsAndSurrogatesAreNeverTornApart() {
    both("different", DIFFERENT);
    var comparison = compared("different");

    assertThat(texts(comparison, "change")).hasSize(DIFFERENT.size()).containsOnly("CHANGED");
    comparison
        .findValues("text")
        .forEach(run -> assertThat(whole(run.asString(""))).as(run.toString()).isTrue());
    keptAsGiven("different", DIFFERENT);
  }

  @Test
  void markupIsShownAsTextInEveryForm() throws IOException {
    both("markup", List.of(List.of("本文" + MARKUP, "本文 " + MARKUP + "の変更")));

    assertThat(compared("markup").toString()).contains("<script>");
    var page = new String(ask("markup", "text/html").body(), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img", "<!-- &", "javascript:y\"");
    var markdown = new String(ask("markup", "text/markdown").body(), StandardCharsets.UTF_8);
    assertThat(markdown).doesNotContain("<script>", "<img", "[x](javascript:y)");
    try (var pdf = Loader.loadPDF(ask("markup", "application/pdf").body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("<script>");
      assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
    }
  }

  @Test
  void tenThousandArticlesAreCompared() {
    both("many", articles(i -> i % 100 == 0));

    assertThat(compared("many").at("/differences")).hasSize(100);
    assertThat(ask("many", "text/html").statusCode()).isEqualTo(200);
    assertThat(ask("many", "application/pdf").statusCode()).isEqualTo(200);
  }

  @Test
  void whereAllTenThousandDifferTheyAreTooLongForAPdf() {
    both("all", articles(_ -> true));

    assertThat(ask("all", "text/html").statusCode()).isEqualTo(200);
    var pdf = ask("all", "application/pdf");
    assertThat(pdf.statusCode()).isEqualTo(422);
    assertThat(new String(pdf.body(), StandardCharsets.UTF_8)).contains("COMPARISON_TOO_LONG");
  }

  private static List<List<String>> articles(IntPredicate changed) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> List.of("第" + i + "の事由", "第" + i + (changed.test(i) ? "の場合" : "の事由")))
        .toList();
  }

  private void keptAsGiven(String document, List<List<String>> pairs) {
    for (int side = 0; side < 2; side++) {
      int of = side;
      var version = readSide.get("/v1/terms/" + document + "/versions/v" + side, Role.AGENT);
      assertThat(version.findValues("text").stream().map(text -> text.asString("")).toList())
          .containsAll(pairs.stream().map(pair -> pair.get(of)).toList());
    }
  }

  private static boolean whole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static List<String> texts(JsonNode comparison, String member) {
    return StreamSupport.stream(comparison.at("/rows").spliterator(), false)
        .map(row -> row.path(member).asString(""))
        .toList();
  }

  private void both(String document, List<List<String>> pairs) {
    readSide.recorder().record(japan("2023-06-01T10:00"), version(document, 0, null, pairs));
    readSide
        .recorder()
        .record(japan("2023-06-02T10:00"), version(document, 1, LocalDate.of(2023, 7, 1), pairs));
  }

  private static TermsVersionPublished version(
      String document, int side, @Nullable LocalDate from, List<List<String>> pairs) {
    var nodes =
        IntStream.range(0, pairs.size())
            .mapToObj(i ->
                new TermsNode(
                    "art" + (i + 1),
                    NodeKind.ARTICLE,
                    "第" + (i + 1) + "条",
                    null,
                    pairs.get(i).get(side),
                    false,
                    null,
                    List.of()))
            .toList();
    var content = new TermsContent("規約", new Vendor("会社"), List.of(), List.of(), nodes);
    return new TermsVersionPublished(
        document, "v" + side, from, null, null, null, content, "sha", Map.of(), null);
  }

  private JsonNode compared(String document) {
    return readSide.get(path(document), Role.AGENT);
  }

  private static String path(String document) {
    return "/v1/terms/" + document + "/comparison?from=v0&to=v1&minVersion=1";
  }

  private HttpResponse<byte[]> ask(String document, String accept) {
    var request =
        HttpRequest.newBuilder(readSide.address().resolve(path(document)))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + readSide.issuer().token(Role.AGENT))
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
}
