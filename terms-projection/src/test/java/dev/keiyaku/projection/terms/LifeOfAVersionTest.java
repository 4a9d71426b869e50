package dev.keiyaku.projection.terms;

import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.TermsSuccessionNamed;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Old, new, a correction of new, and one that was withdrawn; the clock stands at 2023-08-01. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfAVersionTest {

  private ReadSide readSide;

  @BeforeAll
  void fourVersions() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    recorder.record(japan("2023-06-16T10:00"), Scenes.newTerms());
    recorder.record(
        japan("2023-06-20T10:00"),
        new TermsSuccessionNamed(
            "mysecure", "2023-07-15", VersionKind.EDITORIAL, Scenes.NEW, List.of()));
    recorder.record(japan("2023-06-20T10:00"), version("2023-07-15", "2023-07-15"));
    recorder.record(japan("2023-06-21T10:00"), version("mistaken", "2023-07-20"));
    recorder.record(
        japan("2023-06-22T10:00"),
        new TermsVersionWithdrawn("mysecure", "mistaken", japan("2023-06-22T10:00"), "a mistake"));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private static TermsVersionPublished version(String name, String day) {
    var like = Scenes.newTerms();
    return new TermsVersionPublished(
        "mysecure",
        name,
        LocalDate.parse(day),
        null,
        null,
        null,
        like.content(),
        "sha-of-" + name,
        like.nodeSha256(),
        null);
  }

  private JsonNode get(String path) {
    var mark = path.contains("?") ? "&" : "?";
    return readSide.get("/v1/terms/mysecure" + path + mark + "minVersion=5", Role.AGENT);
  }

  private String status(String version, String asOf) {
    return get("/versions/" + version + "?asOf=" + asOf).at("/status").asString();
  }

  @Test
  void theStatusIsThatOfTheInstantAsked() {
    assertThat(status(Scenes.OLD, "2023-06-30T23:59:59.999%2B09:00")).isEqualTo("IN_FORCE");
    assertThat(status(Scenes.NEW, "2023-06-30T23:59:59.999%2B09:00")).isEqualTo("PUBLISHED");
    assertThat(status(Scenes.OLD, "2023-07-01T00:00:00%2B09:00")).isEqualTo("SUPERSEDED");
    assertThat(status(Scenes.NEW, "2023-07-01T00:00:00%2B09:00")).isEqualTo("IN_FORCE");
  }

  @Test
  void theListSaysWhatEachVersionIsAndWhereItStandsNow() {
    var items = get("/versions").at("/items");

    assertThat(items.valueStream().map(each -> each.at("/status").asString()))
        .containsExactly("SUPERSEDED", "SUPERSEDED", "IN_FORCE", "WITHDRAWN");
    assertThat(items.valueStream().map(each -> each.at("/kind").asString()))
        .containsExactly("FIRST", "AMENDMENT", "EDITORIAL", "FIRST");
    assertThat(items.at("/1").has("predecessor")).isFalse();
    assertThat(items.at("/1/follows").asString()).isEqualTo(Scenes.OLD);
    assertThat(items.at("/2/predecessor").asString()).isEqualTo(Scenes.NEW);
    assertThat(items.at("/2/gate/because").asString()).isEqualTo("EDITORIAL");
    assertThat(items.at("/2/gate/bindsWithoutAct").asBoolean()).isTrue();
    assertThat(items.at("/2").has("effectiveUntil")).isFalse();
  }

  @Test
  void aWithdrawnVersionIsShownWithItsWithdrawalAndIsNeverInForce() {
    var mistaken = get("/versions/mistaken");

    assertThat(mistaken.at("/withdrawal/reason").asString()).isEqualTo("a mistake");
    assertThat(mistaken.at("/withdrawal/recorded/at").asString())
        .isEqualTo("2023-06-22T10:00:00+09:00");
    assertThat(mistaken.has("follows")).isFalse();
    assertThat(get("/in-force?at=2023-07-21T00:00:00%2B09:00").at("/version").asString())
        .isEqualTo("2023-07-15");
    assertThat(get("/in-force").at("/status").asString()).isEqualTo("IN_FORCE");
  }

  @Test
  void whatWasKnownBeforeTheWithdrawalIsStillAnswered() {
    var before = "knownAt=2023-06-22T09:59:59%2B09:00";

    assertThat(get("/versions/mistaken?" + before).at("/status").asString()).isEqualTo("IN_FORCE");
    assertThat(get("/versions/mistaken?" + before).has("withdrawal")).isFalse();
    assertThat(get("/in-force?at=2023-07-21T00:00:00%2B09:00&" + before).at("/version").asString())
        .isEqualTo("mistaken");
    assertThat(status("mistaken", "2023-06-22T09:59:59%2B09:00")).isEqualTo("PUBLISHED");
  }
}
