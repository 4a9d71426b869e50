package dev.keiyaku.projection.campaign;

import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Recorder;
import dev.keiyaku.projection.Scenes;
import dev.keiyaku.projection.consent.clause.VersionedActs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A campaign over those who are bound by the new version by notice alone, day by day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignsTest {

  private static final Instant OPENS = japan("2023-08-01T12:00");

  private ReadSide readSide;
  private Recorder recorder;
  private Desk desk;
  private String campaign;
  private final String silent = Uuid7.text();
  private final String accepts = Uuid7.text();
  private final String ends = Uuid7.text();
  private final String objects = Uuid7.text();
  private final String explicit = Uuid7.text();

  @BeforeAll
  void aCampaignOfFourDays() throws Exception {
    readSide = ReadSide.start();
    recorder = readSide.recorder();
    desk = new Desk(readSide);
    recorder.record(japan("2023-06-01T10:00"), VersionedActs.published(Scenes.OLD));
    recorder.record(japan("2023-06-16T10:00"), VersionedActs.published(Scenes.NEW));
    recorder.record(
        japan("2023-06-16T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
    begin(silent, "ISP-A");
    begin(accepts, "ISP-A");
    begin(ends, "ISP-B");
    begin(objects, null);
    begin(explicit, null);
    accept(explicit, "2023-07-12T09:00");
    recorder.record(
        japan("2023-07-20T10:00"), Scenes.objected(objects, "o1", japan("2023-07-20T10:00")));
    projected(explicit, 2);
    projected(objects, 2);
    campaign = desk.open(desk.signed(Desk.BY_NOTICE).cohort(), OPENS);
    accept(accepts, "2023-08-02T23:59:59.999");
    recorder.record(
        japan("2023-08-03T10:00"), Scenes.cancelled(ends, "c1", japan("2023-08-03T00:00")));
    recorder.record(
        japan("2023-08-04T10:00"),
        Scenes.objectionWithdrawn(objects, "o1", japan("2023-08-04T10:00")));
    // Accepted a year ago, or on a paper that nobody has seen: answers nothing.
    recorder.record(
        japan("2023-08-02T10:00"),
        VersionedActs.unproven(silent, Scenes.NEW, japan("2023-08-02T10:00")));
    projected(silent, 2);
    projected(accepts, 2);
    projected(ends, 2);
    projected(objects, 3);
    readSide.clock().set(japan("2023-08-05T12:00"));
  }

  private void begin(String id, @Nullable String isp) {
    var at = japan("2023-06-20T09:00");
    recorder.record(japan("2023-06-20T10:00"), applied(id, "C-" + id, isp, at));
    recorder.record(japan("2023-06-20T10:00"), VersionedActs.explicit(id, Scenes.OLD, at));
  }

  private void accept(String id, String at) {
    recorder.record(japan(at), VersionedActs.explicit(id, Scenes.NEW, japan(at)));
  }

  private void projected(String id, long version) {
    readSide.get("/v1/subscriptions/" + id + "?minVersion=" + version, Role.AGENT);
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private String path(String rest) {
    return "/v1/campaigns/" + campaign + rest;
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at(field).asString())
        .toList();
  }

  private List<String> members(String query) {
    return texts(
        readSide.get(path("/members" + query), Role.LEGAL).at("/items"), "/subscriptionId");
  }

  private static String sha256(String... ids) throws Exception {
    var text = Stream.of(ids).sorted().map(id -> id + "\n").collect(Collectors.joining());
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theCohortIsFrozenWithTheHashOfItsMembers() throws Exception {
    var answer = readSide.get(path(""), Role.AUDITOR);
    assertThat(answer.at("/members").asString()).isEqualTo("FROZEN");
    assertThat(answer.at("/cohort/size").asInt()).isEqualTo(4);
    assertThat(answer.at("/cohort/sha256").asString())
        .isEqualTo(sha256(silent, accepts, ends, objects));
    assertThat(members("")).containsExactlyInAnyOrder(silent, accepts, ends, objects);
    assertThat(answer.at("/cohort/position").asLong()).isPositive();
  }

  @Test
  void theVectorOfTheDocumentHolds() throws Exception {
    var lines = Files.readAllLines(Path.of("../docs/campaigns.md"));
    var from = lines.indexOf("```text") + 1;
    assertThat(sha256(lines.get(from + 1), lines.get(from))).isEqualTo(lines.get(from + 2));
    assertThat(String.join("", lines)).contains(sha256());
    var nobody = Desk.BY_NOTICE.replace("}", ", \"product\": \"MYSECURE\"}");
    assertThat(desk.preview(nobody).at("/cohort/sha256").asString()).isEqualTo(sha256());
  }

  @Test
  void eachMemberHasAStateAndSinceWhen() {
    assertThat(members("?state=PENDING")).containsExactlyInAnyOrder(silent, objects);
    assertThat(members("?state=ACCEPTED")).containsExactly(accepts);
    assertThat(members("?state=ENDED")).containsExactly(ends);
    assertThat(members("?state=OBJECTED")).isEmpty();
    assertThat(members("?state=OBJECTED&asOf=2023-08-04T09:59:59%2B09:00"))
        .containsExactly(objects);
    var accepted = readSide.get(path("/members?state=ACCEPTED"), Role.AGENT).at("/items/0");
    assertThat(accepted.at("/since").asString()).isEqualTo("2023-08-02T23:59:59.999+09:00");
    var pending = readSide.get(path("/members?state=PENDING"), Role.AGENT).at("/items/0");
    assertThat(pending.at("/since").asString()).isEqualTo("2023-08-01T12:00:00+09:00");
  }

  @Test
  void progressIsByDayInJapan() {
    var days = readSide.get(path("/progress"), Role.LEGAL).at("/days");
    assertThat(texts(days, "/day"))
        .containsExactly("2023-08-01", "2023-08-02", "2023-08-03", "2023-08-04", "2023-08-05");
    assertThat(texts(days, "/states/PENDING")).containsExactly("3", "2", "1", "2", "2");
    assertThat(texts(days, "/states/ACCEPTED")).containsExactly("0", "1", "1", "1", "1");
    assertThat(texts(days, "/states/ENDED")).containsExactly("0", "0", "1", "1", "1");
    assertThat(texts(days, "/states/OBJECTED")).containsExactly("1", "1", "1", "0", "0");
    var noon = readSide.get(path("?asOf=2023-08-02T12:00:00%2B09:00"), Role.LEGAL);
    assertThat(noon.at("/states/PENDING").asInt()).isEqualTo(3);
  }

  @Test
  void pagesFollowEachOther() {
    var first = readSide.ask(path("/members?limit=3"), Role.LEGAL);
    var link = first.headers().firstValue("Link").orElseThrow();
    var rest = readSide.get(link.substring(1, link.indexOf('>')), Role.LEGAL);
    assertThat(rest.at("/items")).hasSize(1);
    assertThat(rest.at("/count/value").asInt()).isEqualTo(4);
  }

  @Test
  void whoIsBoundToAnIspSeesThatIspsMembersAlone() {
    var bound = readSide.get(path("/members"), Role.AGENT, "ISP-A");
    assertThat(texts(bound.at("/items"), "/subscriptionId"))
        .containsExactlyInAnyOrder(silent, accepts);
    var answer = readSide.get(path(""), Role.AGENT, "ISP-A");
    assertThat(answer.has("cohort")).isFalse();
    assertThat(answer.at("/states/PENDING").asInt()).isEqualTo(1);
    assertThat(answer.at("/states/ENDED").asInt()).isZero();
    var own = "/v1/subscriptions/" + silent + "/campaigns";
    var item = readSide.get(own, Role.PROVISIONING, "ISP-A").at("/items/0");
    assertThat(item.at("/campaign/campaignId").asString()).isEqualTo(campaign);
    assertThat(item.at("/state").asString()).isEqualTo("PENDING");
    assertThat(readSide.ask(own, Role.PROVISIONING, "ISP-B").statusCode()).isEqualTo(404);
    assertThat(readSide.ask(path("/members"), Role.PROVISIONING, "ISP-A").statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyIsSuspendedAndNoStreamOfASubscriptionIsTouched() {
    var before = "?asOf=2023-08-01T11:59:59%2B09:00";
    var account = readSide.get("/v1/subscriptions/" + silent, Role.AGENT);
    assertThat(account.at("/status"))
        .isEqualTo(readSide.get("/v1/subscriptions/" + silent + before, Role.AGENT).at("/status"));
    assertThat(account.at("/openSuspensions")).isEmpty();
    var written =
        readSide
            .sql()
            .sql("SELECT DISTINCT aggregate_type FROM events.event WHERE name LIKE 'campaign.%'")
            .query(String.class)
            .list();
    assertThat(written).containsExactly("Campaign");
    assertThat(account.at("/version").asLong()).isEqualTo(2);
  }

  @Test
  void theFeedTellsOfItUnlessTheCallerIsBoundToAnIsp() {
    var page = "/v1/events?limit=1000";
    assertThat(texts(readSide.get(page, Role.AUDITOR).at("/items"), "/type"))
        .contains("campaign.opened.1");
    assertThat(texts(readSide.get(page, Role.PROVISIONING, "ISP-A").at("/items"), "/type"))
        .contains("subscription.applied.1")
        .doesNotContain("campaign.opened.1");
  }

  @Test
  void afterItsClosingNothingAnswersIt() {
    var brief = desk.open(cohort(), japan("2023-08-02T12:00"));
    desk.close(brief, japan("2023-08-02T18:00"));
    var answer = readSide.get("/v1/campaigns/" + brief, Role.LEGAL);
    assertThat(answer.at("/status").asString()).isEqualTo("CLOSED");
    assertThat(answer.at("/states/ACCEPTED").asInt()).isZero();
    assertThat(answer.at("/states/ENDED").asInt()).isZero();
    var open = readSide.get("/v1/campaigns/" + brief + "?asOf=2023-08-02T17:59:59Z", Role.LEGAL);
    assertThat(open.at("/closingReason").asString()).isEqualTo("enough");
    assertThat(texts(readSide.get("/v1/campaigns", Role.LEGAL).at("/items"), "/campaignId"))
        .contains(brief, campaign);
  }

  @Test
  void whoAcceptedBeforeTheOpeningIsAskedAgain() {
    var late = desk.open(cohort(), japan("2023-08-03T12:00"));
    var states = readSide.get("/v1/campaigns/" + late, Role.LEGAL).at("/states");
    assertThat(states.at("/ACCEPTED").asInt()).isZero();
    assertThat(states.at("/PENDING").asInt()).isEqualTo(3);
    var members = "/v1/campaigns/" + late + "/members?state=";
    assertThat(texts(readSide.get(members + "ENDED", Role.LEGAL).at("/items"), "/since"))
        .containsExactly("2023-08-03T12:00:00+09:00");
    assertThat(readSide.get(members + "ACCEPTED", Role.LEGAL).at("/items")).isEmpty();
  }

  @Test
  void clausesAreAcceptedWhenAllOfThemAre() {
    var some = desk.open(cohort(), OPENS, "art7/p1/i3", "art15/p1/i4");
    var at = "/v1/campaigns/" + some + "/members?state=ACCEPTED";
    assertThat(texts(readSide.get(at, Role.LEGAL).at("/items"), "/subscriptionId"))
        .containsExactly(accepts);
  }

  @Test
  void thoseWhoseConsentNamesTheOldVendorAreACohortToo() {
    var question =
        """
        {"document": "mysecure", "path": "art7/p1/i3", "words": "ウェブルート", "isp": "ISP-A",
         "asOf": "2023-08-01T12:00:00+09:00", "knownAt": "2023-08-01T12:00:00+09:00"}\
        """;
    var answer = desk.preview(question).at("/cohort");
    assertThat(answer.at("/size").asInt()).isEqualTo(2);
    assertThat(answer.at("/query/latest").asBoolean()).isTrue();
  }

  @Test
  void theSameQuestionHasTheSameAnswerLater() {
    var asked = cohort();
    var times = "\"asOf\": \"%s\", \"knownAt\": \"%s\"}";
    var again =
        desk.preview(
            Desk.BY_NOTICE.replace(
                "}", ", " + times.formatted(asked.query().asOf(), asked.query().knownAt())));
    assertThat(again.at("/cohort/sha256").asString()).isEqualTo(asked.sha256());
    assertThat(desk.preview(Desk.BY_NOTICE).at("/cohort/sha256").asString())
        .isNotEqualTo(asked.sha256());
  }

  @Test
  void aCohortWithAnotherHashHasNoMembers() {
    var asked = cohort();
    var other = new Cohort(asked.query(), asked.position(), "0".repeat(64), asked.size());
    var id = desk.open(other, OPENS);
    var answer = readSide.get("/v1/campaigns/" + id, Role.LEGAL);
    assertThat(answer.at("/members").asString()).isEqualTo("DIFFERENT");
    assertThat(answer.at("/states/PENDING").asInt()).isZero();
    assertThat(readSide.get("/v1/campaigns/" + id + "/members", Role.LEGAL).at("/items")).isEmpty();
  }

  @Test
  void aReplayOfEverythingMakesTheSameMembers() {
    var tables = List.of("campaign", "campaign_member");
    var before = tables.stream().map(this::rows).toList();
    var processor =
        readSide.bean(EventProcessingConfiguration.class).eventProcessor(ReadModel.GROUP);
    processor.orElseThrow().shutDown();
    readSide.sql().sql("DELETE FROM projection.token_entry").update();
    readSide
        .sql()
        .sql(
            "TRUNCATE projection.campaign, projection.campaign_member, projection.known_contract,"
                + " projection.known_act, projection.terms_entry")
        .update();
    processor.orElseThrow().start();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(tables.stream().map(this::rows).toList()).isEqualTo(before));
  }

  private List<@Nullable String> rows(String table) {
    return readSide
        .sql()
        .sql("SELECT row(t.*)::text FROM projection." + table + " t ORDER BY 1")
        .query(String.class)
        .list();
  }

  @Test
  void anAuditorComparesMembershipWithTheEvents() {
    var replay = "/v1/audit/subscriptions/" + silent + "/replay";
    assertThat(readSide.get(replay, Role.AUDITOR).at("/differences")).isEmpty();
    var outside = "/v1/audit/subscriptions/" + explicit + "/replay";
    assertThat(readSide.get(outside, Role.AUDITOR).at("/differences")).isEmpty();
    readSide
        .sql()
        .sql("INSERT INTO projection.campaign_member VALUES (?, ?)")
        .params(campaign, explicit)
        .update();
    try {
      var differences = readSide.get(outside, Role.AUDITOR).at("/differences");
      assertThat(differences.at("/0/field").asString()).startsWith("campaigns");
    } finally {
      readSide
          .sql()
          .sql("DELETE FROM projection.campaign_member WHERE subscription_id = ?")
          .param(explicit)
          .update();
    }
  }

  @Test
  void whatIsMissingOrUnknownIsRefused() {
    assertThat(preview("{}")).isEqualTo(400);
    assertThat(preview("{\"document\": \"mysecure\"}")).isEqualTo(400);
    assertThat(preview(Desk.BY_NOTICE.replace("BOUND_BY_NOTICE", "WHATEVER"))).isEqualTo(400);
    assertThat(preview(Desk.BY_NOTICE.replace("2023-07-01", "1999"))).isEqualTo(404);
    assertThat(preview(Desk.BY_NOTICE.replace("}", ", \"words\": \"x\"}"))).isEqualTo(400);
    assertThat(preview(Desk.BY_NOTICE.replace("}", ", \"knownAt\": \"2023-09-01T00:00:00Z\"}")))
        .isEqualTo(400);
    assertThat(desk.ask(Desk.BY_NOTICE, Role.PROVISIONING, "ISP-A").statusCode()).isEqualTo(403);
    assertThat(desk.ask(Desk.BY_NOTICE, Role.AGENT, null).statusCode()).isEqualTo(403);
    assertThat(readSide.ask("/v1/campaigns/nothing", Role.LEGAL).statusCode()).isEqualTo(404);
    assertThat(readSide.ask(path("/members?state=ASLEEP"), Role.LEGAL).statusCode()).isEqualTo(400);
    assertThat(readSide.ask(path("?asOf=2023-07-31T00:00:00Z"), Role.LEGAL).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNotReadYetIsNotCounted() {
    var processor =
        readSide.bean(EventProcessingConfiguration.class).eventProcessor(ReadModel.GROUP);
    processor.orElseThrow().shutDown();
    try {
      assertThat(preview(Desk.BY_NOTICE)).isEqualTo(200);
      begin(Uuid7.text(), "ISP-C");
      var answer = desk.ask(Desk.BY_NOTICE, Role.LEGAL, null);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("COHORT_NOT_SETTLED");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    } finally {
      processor.orElseThrow().start();
    }
  }

  private int preview(String question) {
    return desk.ask(question, Role.LEGAL, null).statusCode();
  }

  /** The one that the campaign was opened with. */
  private Cohort cohort() {
    return readSide.bean(Campaigns.class).find(campaign).orElseThrow().opened().cohort();
  }
}
