package dev.keiyaku.projection.consent.clause;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The real terms: who agreed to ウェブルート, and is bound by オープンテキスト. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClausesOverHttpTest {

  private static final String VENDOR_CLAUSE = "&path=art7/p1/i3";

  private ReadSide readSide;
  private Recorder recorder;
  private final String old = Uuid7.text();
  private final String again = Uuid7.text();

  @BeforeAll
  void oneWhoAgreedToTheOldWordsAndOneToBoth() {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), VersionedActs.published(Scenes.OLD));
    recorder.record(japan("2023-06-16T10:00"), VersionedActs.published(Scenes.NEW));
    recorder.record(
        japan("2023-06-16T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
    begin(old, "C1", "ISP-A");
    begin(again, "C2", null);
    recorder.record(
        japan("2023-07-05T10:00"),
        VersionedActs.explicit(again, Scenes.NEW, japan("2023-07-04T09:00")));
  }

  private void begin(String id, String subscriber, @Nullable String isp) {
    var at = japan("2023-06-20T09:00");
    recorder.record(japan("2023-06-20T10:00"), applied(id, subscriber, isp, at));
    recorder.record(japan("2023-06-20T10:00"), VersionedActs.explicit(id, Scenes.OLD, at));
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private JsonNode clauses(String id, long version, String more) {
    return readSide.get(
        "/v1/subscriptions/" + id + "/clauses?minVersion=" + version + more, Role.AGENT);
  }

  private static String marked(JsonNode runs) {
    return StreamSupport.stream(runs.spliterator(), false)
        .filter(run -> run.at("/mark").asString().equals("CHANGED"))
        .map(run -> run.at("/text").asString())
        .reduce("", (one, other) -> one + "|" + other);
  }

  @Test
  void theWordsAgreedToStandBesideTheWordsThatBindWithWhatChangedMarked() {
    var clause = clauses(old, 1, VENDOR_CLAUSE).at("/clauses/0");

    assertThat(clause.at("/accepted/number").asInt()).isEqualTo(3);
    assertThat(clause.at("/accepted/basis").asString()).isEqualTo("EXPLICIT");
    assertThat(clause.at("/accepted/acceptedAt").asString()).isEqualTo("2023-06-20T09:00:00+09:00");
    assertThat(clause.at("/accepted/clause/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(clause.at("/accepted/clause/text").asString()).contains("ウェブルート株式会社");
    assertThat(clause.at("/accepted/clause/sha256").asString())
        .isEqualTo("sha-of-art7/p1/i3-" + Scenes.OLD);
    assertThat(clause.at("/accepted/clause/asCited").asBoolean()).isTrue();
    assertThat(clause.at("/binding/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(clause.at("/binding/text").asString()).contains("オープンテキスト株式会社");
    assertThat(clause.at("/binding/sha256").asString())
        .isEqualTo("sha-of-art7/p1/i3-" + Scenes.NEW);
    assertThat(clause.at("/differs").asBoolean()).isTrue();
    assertThat(clause.at("/comparison/change").asString()).isEqualTo("CHANGED");
    assertThat(marked(clause.at("/comparison/from/text"))).contains("ウェブルート");
    assertThat(marked(clause.at("/comparison/to/text"))).contains("オープンテキスト");
  }

  @Test
  void whoAgreedAgainAgreedToTheWordsThatBind() {
    var clause = clauses(again, 2, VENDOR_CLAUSE).at("/clauses/0");
    assertThat(clause.at("/accepted/clause/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(clause.at("/differs").asBoolean()).isFalse();
    assertThat(clause.at("/comparison/change").asString()).isEqualTo("UNCHANGED");
  }

  @Test
  void bothTimesCount() {
    var june = clauses(again, 2, VENDOR_CLAUSE + "&asOf=2023-06-30T23:59:59.999%2B09:00");
    assertThat(june.at("/clauses/0/binding/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(june.at("/clauses/0/differs").asBoolean()).isFalse();

    var unheard = clauses(again, 2, VENDOR_CLAUSE + "&knownAt=2023-07-04T10:00:00%2B09:00");
    assertThat(unheard.at("/clauses/0/accepted/clause/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(unheard.at("/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");

    var unnoticed = clauses(again, 2, VENDOR_CLAUSE + "&knownAt=2023-06-20T10:00:00%2B09:00");
    assertThat(unnoticed.at("/whole/accepted/terms/version").asString()).isEqualTo(Scenes.OLD);
  }

  @Test
  void withoutAPathAllItemsAndTheWholeAreTold() {
    var all = clauses(old, 1, "");
    assertThat(all.at("/clauses")).hasSize(6);
    assertThat(all.at("/clauses/0/differs").asBoolean()).isFalse();
    assertThat(all.at("/clauses/2/differs").asBoolean()).isTrue();
    assertThat(all.at("/whole/differs").asBoolean()).isTrue();
    assertThat(all.at("/whole/accepted/terms/contentSha256").asString())
        .isEqualTo("sha-of-" + Scenes.OLD);
    assertThat(all.at("/whole/bindingSha256").asString()).isEqualTo("sha-of-" + Scenes.NEW);
    assertThat(readSide.ask(all.at("/whole/comparison").asString(), Role.AGENT).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aClauseThatIsNoItemIsAgreedToWithTheWhole() {
    var ground = clauses(old, 1, "&path=art15/p1/i4").at("/clauses/0");
    assertThat(ground.at("/accepted/number").asInt()).isZero();
    assertThat(ground.at("/accepted/clause/text").asString()).contains("ウェブルート");
    assertThat(ground.at("/differs").asBoolean()).isTrue();
  }

  @Test
  void wordsLeftOutByTheSourceAreNeitherTheSameNorOthers() {
    var elided = clauses(old, 1, "&path=art8-art14").at("/clauses/0");
    assertThat(elided.has("differs")).isFalse();
    assertThat(elided.at("/comparison/from/elided").asBoolean()).isTrue();
  }

  @Test
  void anActThatWasAMistakeAgreesToNothing() {
    var id = Uuid7.text();
    var at = japan("2023-06-20T09:00");
    recorder.record(japan("2023-06-20T10:00"), applied(id, "C4", null, at));
    var act =
        recorder.record(japan("2023-06-20T10:00"), VersionedActs.explicit(id, Scenes.OLD, at));
    recorder.record(japan("2023-07-20T10:00"), Scenes.voided(id, act, japan("2023-07-20T10:00")));

    assertThat(clauses(id, 2, VENDOR_CLAUSE).at("/clauses/0").has("accepted")).isFalse();
    var before = clauses(id, 2, VENDOR_CLAUSE + "&knownAt=2023-07-20T09:59:59.999%2B09:00");
    assertThat(before.at("/clauses/0/accepted/clause/version").asString()).isEqualTo(Scenes.OLD);
  }

  @Test
  void aSubscriberIsAskedAboutAsAWhole() {
    clauses(old, 1, "");
    var answer = readSide.get("/v1/subscribers/C1/clauses?path=art7/p1/i3", Role.AUDITOR);
    assertThat(answer.at("/items")).hasSize(1);
    assertThat(answer.at("/items/0/subscriptionId").asString()).isEqualTo(old);
    assertThat(status("/v1/subscribers/nobody/clauses", Role.AUDITOR)).isEqualTo(404);
  }

  @Test
  void anIspSeesItsOwnOnly() {
    clauses(old, 1, "");
    var path = "/v1/subscriptions/" + old + "/clauses";
    assertThat(readSide.ask(path, Role.PROVISIONING, "ISP-A").statusCode()).isEqualTo(200);
    assertThat(readSide.ask(path, Role.PROVISIONING, "ISP-B").statusCode()).isEqualTo(404);
    assertThat(readSide.ask("/v1/subscribers/C1/clauses", Role.AGENT, "ISP-B").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aClauseThatNoVersionHasIsRefusedByName() {
    clauses(old, 1, "");
    var answer = readSide.ask("/v1/subscribers/C1/clauses?path=art99", Role.AGENT);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"path\"");
  }

  private int status(String path, Role role) {
    return readSide.ask(path, role).statusCode();
  }
}
