package dev.keiyaku.projection.consent.bulk;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import dev.keiyaku.projection.consent.clause.VersionedActs;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Everybody at once, under the real terms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkOverHttpTest {

  private static final String NEW_VERSION = "/v1/terms/mysecure/versions/2023-07-01/subscriptions";
  private static final String BY_CLAUSE = "/v1/consents?document=mysecure&path=art7/p1/i3";
  private static final String WEBROOT =
      "&words=%E3%82%A6%E3%82%A7%E3%83%96%E3%83%AB%E3%83%BC%E3%83%88";

  /** ｳｪﾌﾞﾙｰﾄ. */
  private static final String NARROW =
      "&words=%EF%BD%B3%EF%BD%AA%EF%BE%8C%EF%BE%9E%EF%BE%99%EF%BD%B0%EF%BE%84";

  private ReadSide readSide;
  private Recorder recorder;
  private final String noticed = Uuid7.text();
  private final String again = Uuid7.text();
  private final String unproven = Uuid7.text();
  private final String left = Uuid7.text();

  @BeforeAll
  void fourWhoDiffer() {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), VersionedActs.published(Scenes.OLD));
    recorder.record(japan("2023-06-16T10:00"), VersionedActs.published(Scenes.NEW));
    begin(noticed, "ISP-A");
    begin(again, null);
    recorder.record(
        japan("2023-06-25T10:00"), applied(unproven, "C-" + unproven, null, june("25T09:00")));
    recorder.record(
        japan("2023-06-25T10:00"), VersionedActs.unproven(unproven, Scenes.OLD, june("25T09:00")));
    begin(left, "ISP-A");
    recorder.record(japan("2023-06-26T10:00"), Scenes.cancelled(left, "c1", june("28T00:00")));
    // The notice was in time, and was learned of on 10 July.
    recorder.record(japan("2023-07-10T11:00"), Scenes.notice(Scenes.NEW, june("16T00:00")));
    recorder.record(
        japan("2023-07-12T10:00"),
        VersionedActs.explicit(again, Scenes.NEW, japan("2023-07-12T09:00")));
    readSide.get("/v1/subscriptions/" + left + "?minVersion=2", Role.AGENT);
    readSide.get("/v1/subscriptions/" + again + "?minVersion=2", Role.AGENT);
  }

  private void begin(String id, @Nullable String isp) {
    recorder.record(japan("2023-06-20T10:00"), applied(id, "C-" + id, isp, june("20T09:00")));
    recorder.record(
        japan("2023-06-20T10:00"), VersionedActs.explicit(id, Scenes.OLD, june("20T09:00")));
  }

  private static Instant june(String dayAndTime) {
    return japan("2023-06-" + dayAndTime);
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private List<String> ids(String path) {
    return ids(readSide.get(path, Role.AUDITOR));
  }

  private static List<String> ids(JsonNode page) {
    return StreamSupport.stream(page.at("/items").spliterator(), false)
        .map(item -> item.at("/subscriptionId").asString())
        .toList();
  }

  @Test
  void whoIsBoundAndOnWhatGround() {
    assertThat(ids(NEW_VERSION + "?standing=BOUND"))
        .containsExactlyInAnyOrder(noticed, again, unproven);
    assertThat(ids(NEW_VERSION + "?standing=EXPLICITLY_ACCEPTED")).containsExactly(again);
    assertThat(ids(NEW_VERSION + "?standing=BOUND_BY_NOTICE"))
        .containsExactlyInAnyOrder(noticed, unproven);
    assertThat(ids(NEW_VERSION + "?standing=NOT_BOUND")).isEmpty();
  }

  @Test
  void whatWasNotKnownDidNotBind() {
    var before = "&knownAt=2023-07-10T10:59:59.999%2B09:00";
    assertThat(ids(NEW_VERSION + "?standing=NOT_BOUND" + before))
        .containsExactlyInAnyOrder(noticed, again, unproven);
    assertThat(ids(NEW_VERSION + "?standing=BOUND" + before)).isEmpty();
    var page = readSide.get(NEW_VERSION + "?standing=NOT_BOUND" + before, Role.AUDITOR);
    assertThat(page.at("/items/0/binding/notBinding/0/because").asString())
        .isEqualTo("NOT_NOTICED");
  }

  @Test
  void theInstantAskedCountsToTheMillisecond() {
    assertThat(ids(NEW_VERSION + "?standing=BOUND&asOf=2023-06-30T23:59:59.999%2B09:00")).isEmpty();
    assertThat(ids(NEW_VERSION + "?standing=BOUND&asOf=2023-07-01T00:00:00%2B09:00")).hasSize(3);
  }

  @Test
  void eachSaysHowItStandsAndWhy() {
    var item =
        readSide.get(NEW_VERSION + "?standing=EXPLICITLY_ACCEPTED", Role.AGENT).at("/items/0");
    assertThat(item.at("/standings")).hasSize(2);
    assertThat(item.at("/accepted/terms/version").asString()).isEqualTo(Scenes.NEW);
    assertThat(item.at("/binding/basis").asString()).isEqualTo("EXPLICIT");
  }

  @Test
  void pagesFollowEachOther() {
    var first = readSide.ask(NEW_VERSION + "?standing=BOUND&limit=2", Role.AUDITOR);
    var link = first.headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith("; rel=\"next\"");
    var rest = readSide.get(link.substring(1, link.indexOf('>')), Role.AUDITOR);
    assertThat(rest.at("/items")).hasSize(1);
    assertThat(rest.at("/count/value").asInt()).isEqualTo(3);
    assertThat(rest.has("next")).isFalse();
  }

  @Test
  void anIspOrAProductNarrowsAndABoundCallerSeesItsOwn() {
    assertThat(ids(NEW_VERSION + "?standing=BOUND&isp=ISP-A")).containsExactly(noticed);
    assertThat(ids(NEW_VERSION + "?standing=BOUND&product=MYSECURE")).isEmpty();
    assertThat(ids(NEW_VERSION + "?standing=EXPLICITLY_ACCEPTED&product=MYSECURE")).isEmpty();
    assertThat(
            ids(
                NEW_VERSION.replace("2023-07-01", "until-2023-06-30")
                    + "?standing=EXPLICITLY_ACCEPTED&isp=ISP-A"))
        .containsExactlyInAnyOrder(noticed, left);
    assertThat(ids(readSide.get(NEW_VERSION + "?standing=BOUND", Role.AGENT, "ISP-A")))
        .containsExactly(noticed);
    assertThat(ids(readSide.get(BY_CLAUSE + WEBROOT, Role.AGENT, "ISP-A")))
        .containsExactlyInAnyOrder(noticed, left);
  }

  @Test
  void whoseConsentNamesTheOldVendor() {
    var page = readSide.get(BY_CLAUSE + WEBROOT + "&basis=EXPLICIT", Role.AUDITOR);
    assertThat(ids(page)).containsExactlyInAnyOrder(noticed, left);
    assertThat(page.at("/versions")).hasSize(1);
    assertThat(page.at("/versions/0/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(page.at("/items/0/consent/clause/text").asString()).contains("ウェブルート");
    assertThat(page.at("/items/0/consent/clause/sha256").asString())
        .isEqualTo("sha-of-art7/p1/i3-" + Scenes.OLD);
    assertThat(page.at("/items/0/consent/number").asInt()).isEqualTo(3);
  }

  @Test
  void theLastActCountsUnlessAnyIsAskedFor() {
    assertThat(ids(BY_CLAUSE + WEBROOT)).doesNotContain(again).contains(unproven);
    assertThat(ids(BY_CLAUSE + WEBROOT + "&latest=false")).contains(again);
    assertThat(ids(BY_CLAUSE + WEBROOT + "&asOf=2023-07-12T08:59:59.999%2B09:00")).contains(again);
    assertThat(ids(BY_CLAUSE + WEBROOT + "&knownAt=2023-07-12T09:59:59.999%2B09:00"))
        .contains(again);
  }

  @Test
  void wordsAreFoundHoweverTheyAreWritten() {
    assertThat(ids(BY_CLAUSE + NARROW)).isEqualTo(ids(BY_CLAUSE + WEBROOT));
    assertThat(ids(BY_CLAUSE + "&words=nobody")).isEmpty();
  }

  @Test
  void aClauseThatIsNoItemIsAgreedToWithTheWhole() {
    assertThat(ids("/v1/consents?document=mysecure&path=art15/p1/i4" + WEBROOT))
        .containsExactlyInAnyOrder(noticed, unproven, left);
  }

  @Test
  void whatIsMissingOrUnknownIsRefused() {
    assertThat(status(NEW_VERSION)).isEqualTo(400);
    assertThat(status(NEW_VERSION + "?standing=UNDECIDED")).isEqualTo(400);
    assertThat(status("/v1/terms/mysecure/versions/1999/subscriptions?standing=BOUND"))
        .isEqualTo(404);
    assertThat(status("/v1/consents?document=mysecure")).isEqualTo(400);
    assertThat(status("/v1/consents?document=nothing&path=art7/p1/i3")).isEqualTo(404);
    assertThat(status("/v1/consents?document=mysecure&path=art99")).isEqualTo(400);
    assertThat(status(BY_CLAUSE + "&latest=perhaps")).isEqualTo(400);
  }

  private int status(String path) {
    return readSide.ask(path, Role.AUDITOR).statusCode();
  }
}
