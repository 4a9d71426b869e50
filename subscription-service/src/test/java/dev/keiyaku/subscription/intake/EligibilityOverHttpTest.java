package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import dev.keiyaku.subscription.subscription.TestTerms;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 第5条 3, asked without applying, over HTTP on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EligibilityOverHttpTest {

  private static final String LAST_OF_THE_OLD = "2023-06-30T23:59:59.999+09:00";
  private static final String FIRST_OF_THE_NEW = "2023-07-01T00:00:00+09:00";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private Node node;
  private Client agent;

  @BeforeAll
  void start() {
    node = Node.on(database);
    agent = Client.of(http, node, Role.AGENT);
  }

  @AfterAll
  void stop() {
    node.close();
    http.close();
    database.close();
  }

  @Test
  void aMillisecondBeforeMidnightInJapanTheOldWordsDecide() {
    var answer = asked(2, "\"appliedAt\": \"" + LAST_OF_THE_OLD + "\"").body();

    assertThat(answer.at("/eligible").asBoolean()).isFalse();
    assertThat(answer.at("/because").asString()).isEqualTo("NOT_ADMITTED");
    assertThat(answer.at("/terms/version").asString()).isEqualTo(TestTerms.OLD);
    assertThat(answer.at("/rule/plans").toString()).isEqualTo("[1]");
    assertThat(answer.at("/clause/text").asString()).isEqualTo(TestTerms.OLD_WORDS);
    assertThat(answer.at("/clause/path").asString()).isEqualTo("art5/def3");
    assertThat(answer.at("/clause/article").asString()).isEqualTo("第5条 3");
    assertThat(answer.at("/clause/sha256").asString()).isEqualTo(TestTerms.OLD + "#art5/def3");
    assertThat(answer.has("effectiveFrom")).isFalse();
  }

  @Test
  void atMidnightInJapanTheNewOnesDo() {
    for (var at : List.of(FIRST_OF_THE_NEW, "2023-07-01T00:00:00.001+09:00")) {
      var answer = asked(2, "\"appliedAt\": \"" + at + "\"").body();

      assertThat(answer.at("/eligible").asBoolean()).isTrue();
      assertThat(answer.at("/because").asString()).isEqualTo("ADMITTED");
      assertThat(answer.at("/terms/version").asString()).isEqualTo(TestTerms.NEW);
      assertThat(answer.at("/effectiveFrom").asString()).isEqualTo(FIRST_OF_THE_NEW);
      assertThat(answer.at("/rule/plans").toString()).isEqualTo("[1,2,3]");
      assertThat(answer.at("/clause/text").asString()).contains("(OCN)", "プラン3");
    }
  }

  @Test
  void aDateIsADayInJapan() {
    assertThat(asked(2, "\"date\": \"2023-06-30\"").text("eligible")).isEqualTo("false");
    var first = asked(2, "\"date\": \"2023-07-01\"");
    assertThat(first.text("eligible")).isEqualTo("true");
    assertThat(first.text("at")).isEqualTo(FIRST_OF_THE_NEW);
    assertThat(asked(2, "\"appliedAt\": \"2023-06-30T15:00:00Z\"").text("eligible"))
        .isEqualTo("true");
  }

  /** The whole grid, both sides of midnight: the application is decided by the same words. */
  @Test
  void anApplicationIsDecidedAlike() {
    var office = Client.of(http, node, Role.PROVISIONING);
    for (var at : List.of(LAST_OF_THE_OLD, FIRST_OF_THE_NEW)) {
      for (int plan = 0; plan <= 4; plan++) {
        var asked = asked(plan, "\"appliedAt\": \"" + at + "\"").body();
        var applied = office.post("/v1/subscriptions", application("E" + plan, plan, at));
        var words = asked.at("/clause");

        if (asked.at("/eligible").asBoolean()) {
          assertThat(applied.status()).as(applied.response().body()).isEqualTo(201);
          assertThat(applied.body().at("/eligibility")).isEqualTo(words);
        } else {
          assertThat(applied.code()).isEqualTo("NOT_ELIGIBLE");
          assertThat(applied.body().at("/clause")).isEqualTo(words);
        }
      }
    }
  }

  @Test
  void longAgoTheVersionWhoseStartIsOpenDecides() {
    var answer = asked(1, "\"date\": \"1900-01-01\"").body();

    assertThat(answer.at("/eligible").asBoolean()).isTrue();
    assertThat(answer.at("/terms/version").asString()).isEqualTo(TestTerms.OLD);
    assertThat(answer.at("/ahead").asBoolean()).isFalse();
  }

  @Test
  void farAheadTheLastVersionKnownDecidesAndTheAnswerSaysThatItMayChange() {
    var answer = asked(3, "\"date\": \"9999-12-31\"").body();

    assertThat(answer.at("/eligible").asBoolean()).isTrue();
    assertThat(answer.at("/terms/version").asString()).isEqualTo(TestTerms.NEW);
    assertThat(answer.at("/ahead").asBoolean()).isTrue();
  }

  @Test
  void withoutAContractALimitedProductIsRefusedAndAnotherIsNot() {
    var limited = post("{\"product\": \"MYSECURE_1LICENSE_TYPE2\", \"date\": \"2023-07-01\"}");
    assertThat(limited.text("because")).isEqualTo("NO_CONTRACT_NAMED");
    assertThat(limited.body().at("/clause/text").asString()).isNotBlank();

    var other = post("{\"product\": \"MYSECURE\", \"date\": \"2023-07-01\"}");
    assertThat(other.text("eligible")).isEqualTo("true");
    assertThat(other.text("because")).isEqualTo("NO_LIMIT");
    assertThat(other.body().has("clause")).isFalse();
  }

  @Test
  void withoutATimeItIsNow() {
    var answer = post("{\"product\": \"MYSECURE\"}");

    assertThat(answer.text("at")).endsWith("+09:00");
    assertThat(answer.text("ahead")).isEqualTo("false");
  }

  @Test
  void whatIsNoTimeIsRefused() {
    refused(asked(1, "\"date\": \"2023-02-29\""), "INVALID_FIELD");
    refused(asked(1, "\"date\": \"2023-07-01T00:00:00Z\""), "INVALID_FIELD");
    refused(asked(1, "\"date\": \"+12023-07-01\""), "INVALID_FIELD");
    refused(asked(1, "\"date\": \"0001-01-01\""), "INVALID_FIELD");
    refused(asked(1, "\"appliedAt\": \"2023-07-01T00:00:00\""), "TIME_WITHOUT_OFFSET");
    refused(
        asked(1, "\"date\": \"2023-07-01\", \"appliedAt\": \"" + FIRST_OF_THE_NEW + "\""),
        "INVALID_FIELD");
    refused(post("{\"date\": \"2023-07-01\"}"), "MISSING_FIELD");
    refused(post("{\"product\": \"MYSECURE\", \"subscriberId\": \"C1\"}"), "UNKNOWN_FIELD");
  }

  @Test
  void leapDaysAreDays() {
    assertThat(asked(1, "\"date\": \"2024-02-29\"").text("at"))
        .isEqualTo("2024-02-29T00:00:00+09:00");
  }

  @Test
  void nothingIsRecordedAndAKeyIsAskedForAndForgotten() {
    var body = "{\"product\": \"MYSECURE\", \"date\": \"2023-07-01\"}";
    var before = rows();
    assertThat(agent.post("/v1/eligibility", body, "same").status()).isEqualTo(200);
    var other = body.replace("MYSECURE", "MYSECURE_1LICENSE_TYPE2");
    assertThat(agent.post("/v1/eligibility", other, "same").status()).isEqualTo(200);
    assertThat(rows()).isEqualTo(before);

    var without =
        HttpRequest.newBuilder(node.address().resolve("/v1/eligibility"))
            .header("Authorization", "Bearer " + TestIssuer.shared().token(Role.AGENT))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(agent.send(without).code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
  }

  @Test
  void aPartnerIspsClientMayAskAndTheLegalDeskMayNot() {
    var body = "{\"product\": \"MYSECURE\"}";
    assertThat(
            Client.of(http, node, Role.PROVISIONING, "ISP-A")
                .post("/v1/eligibility", body)
                .status())
        .isEqualTo(200);
    assertThat(Client.of(http, node, Role.LEGAL).post("/v1/eligibility", body).status())
        .isEqualTo(403);
  }

  private List<Long> rows() {
    var sql = JdbcClient.create(database.admin());
    return List.of("events.event", "events.claim", "events.receipt").stream()
        .map(table -> sql.sql("SELECT count(*) FROM " + table).query(Long.class).single())
        .toList();
  }

  private Answer asked(int plan, String when) {
    return post(
        """
        {"product": "MYSECURE_1LICENSE_TYPE2", %s,
         "networkContract": {"agreement": "IP_NETWORK_SERVICE", "category": 2, "type": 8,
                             "course": 2, "plan": %d}}
        """
            .formatted(when, plan));
  }

  private Answer post(String body) {
    return agent.post("/v1/eligibility", body);
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  private static String application(String subscriber, int plan, String at) {
    var version = at.equals(FIRST_OF_THE_NEW) ? TestTerms.NEW : TestTerms.OLD;
    return Client.application(subscriber + "-" + version, null)
        .replace("\"plan\": 2", "\"plan\": " + plan)
        .replace("2023-07-02T00:00:00+09:00", at)
        .replace("2023-07-01T23:58:12+09:00", "2023-06-30T23:58:12+09:00")
        .replace("\"version\": \"2023-07-01\"", "\"version\": \"" + version + "\"")
        .replace(TestTerms.hash(TestTerms.NEW), TestTerms.hash(version));
  }
}
