package dev.keiyaku.projection.terms;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsAnswersTest {

  private ReadSide readSide;

  @BeforeAll
  void twoVersionsTheSecondNoticed() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    recorder.record(japan("2023-06-16T10:00"), Scenes.newTerms());
    recorder.record(
        japan("2023-06-17T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private JsonNode get(String path) {
    var mark = path.contains("?") ? "&" : "?";
    return readSide.get("/v1/terms/mysecure" + path + mark + "minVersion=2", Role.OPERATIONS);
  }

  private int status(String path) {
    return readSide.ask("/v1/terms/mysecure" + path, Role.AGENT).statusCode();
  }

  @Test
  void versionsComeInTheOrderOfTheirFirstDaysWithoutTheirText() {
    var versions = get("/versions").at("/items");

    assertThat(versions).hasSize(2);
    assertThat(versions.at("/0/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(versions.at("/0").has("effectiveFrom")).isFalse();
    assertThat(versions.at("/0/effectiveUntil").asString()).isEqualTo("2023-07-01T00:00:00+09:00");
    assertThat(versions.at("/0/gate/because").asString()).isEqualTo("NO_AMENDMENT");
    assertThat(versions.at("/1/effectiveFrom").asString()).isEqualTo("2023-07-01");
    assertThat(versions.at("/1/vendor").asString()).isEqualTo("オープンテキスト");
    assertThat(versions.at("/1").has("content")).isFalse();
  }

  @Test
  void aVersionIsGivenWholeWithItsHashesItsNoticesAndItsGate() {
    var version = get("/versions/2023-07-01");

    assertThat(version.at("/contentSha256").asString()).isEqualTo("sha-of-2023-07-01");
    assertThat(version.at("/content/nodes/0/children/0/children/3/text").asString())
        .contains("オープンテキスト");
    assertThat(version.at("/nodeSha256").get("art15/p1/i4").asString())
        .isEqualTo("sha-of-art15/p1/i4");
    assertThat(version.at("/notices/0/inTime").asBoolean()).isTrue();
    assertThat(version.at("/notices/0/recorded/at").asString())
        .isEqualTo("2023-06-17T11:00:00+09:00");
    assertThat(version.at("/gate/bindsWithoutAct").asBoolean()).isTrue();
    assertThat(version.at("/gate/because").asString()).isEqualTo("NOTICED_IN_TIME");
    assertThat(version.at("/gate/reason/ja").asString()).contains("548条の4");
    assertThat(version.at("/recorded/actor").asString()).isEqualTo("someone");
  }

  @Test
  void theVersionInForceChangesAtMidnightInJapan() {
    assertThat(inForce("2023-06-30T23:59:59.999%2B09:00")).isEqualTo(Scenes.OLD);
    assertThat(inForce("2023-07-01T00:00:00%2B09:00")).isEqualTo(Scenes.NEW);
    assertThat(inForce("2023-06-30T15:00:00Z")).isEqualTo(Scenes.NEW);
    assertThat(get("/in-force").at("/version").asString()).isEqualTo(Scenes.NEW);
  }

  private String inForce(String at) {
    return get("/in-force?at=" + at).at("/version").asString();
  }

  @Test
  void whatWasKnownThenIsAnswered() {
    var before = get("/versions/2023-07-01?knownAt=2023-06-17T10:00:00%2B09:00");
    assertThat(before.at("/notices")).isEmpty();
    assertThat(before.at("/gate/because").asString()).isEqualTo("NOT_NOTICED");
    assertThat(get("/versions?knownAt=2023-06-10T00:00:00%2B09:00").at("/items")).hasSize(1);
    assertThat(status("/versions?knownAt=2023-05-01T00:00:00%2B09:00")).isEqualTo(404);
  }

  @Test
  void whatIsUnknownIsNotFoundAndWhatIsMisspeltIsRefused() {
    assertThat(status("/versions/2024-07-01")).isEqualTo(404);
    assertThat(readSide.ask("/v1/terms/other/versions", Role.AGENT).statusCode()).isEqualTo(404);
    assertThat(status("/in-force?at=2023-07-01T00:00:00")).isEqualTo(400);
    assertThat(status("/in-force?on=2023-07-01")).isEqualTo(400);
  }

  @Test
  void theEtagIsTheVersionOfTheDocumentsStream() {
    get("/versions");
    var answer = readSide.ask("/v1/terms/mysecure/in-force", Role.PROVISIONING, "ISP-A");
    assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
    assertThat(answer.headers().firstValue("Content-Location"))
        .contains("/v1/terms/mysecure/versions/2023-07-01");
  }
}
