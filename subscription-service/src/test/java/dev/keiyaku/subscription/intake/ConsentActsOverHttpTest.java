package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import dev.keiyaku.subscription.subscription.TestTerms;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was shown, objections and withdrawn consents, as a client sends them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentActsOverHttpTest {

  private static final String OBJECTION =
      """
      {"document": "mysecure", "version": "2023-07-01", "objectedAt": "2023-06-28T09:00:00+09:00",
       "statement": "ZEBRA反対", "reason": "書面"}
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node node = Node.on(database);
  private final Client provisioning = Client.of(http, node, Role.PROVISIONING);
  private final Client agent = Client.of(http, node, Role.AGENT);

  @AfterAll
  void stop() {
    node.close();
    http.close();
    database.close();
  }

  @Test
  void whatWasShownIsAFactOfItsOwnBeforeTheActThatQuotesIt() {
    var at = applied("shown");

    assertThat(names(at))
        .containsExactly(
            "subscription.applied", "subscription.terms-displayed", "subscription.terms-accepted");
    var displayed = payload(at, 1);
    var accepted = payload(at, 2);
    assertThat(displayed.path("acceptanceId")).isEqualTo(accepted.path("acceptanceId"));
    assertThat(displayed.path("terms")).isEqualTo(accepted.path("terms"));
    assertThat(displayed.path("effectiveAt")).isEqualTo(accepted.at("/display/displayedAt"));
    assertThat(displayed.path("evidence")).isEqualTo(accepted.at("/display/evidence"));
    assertThat(displayed.path("displayId").asString()).hasSize(36);
  }

  @Test
  void whatNobodyRecordedTheDisplayOfIsNeverExplicit() {
    var application = old("unshown").replaceAll("(?s),\\s*\"display\": \\{[^}]*}", "");
    var at = provisioning.post("/v1/subscriptions", application).header("Location");

    assertThat(names(at)).containsExactly("subscription.applied", "subscription.terms-accepted");
    assertThat(payload(at, 1).path("basis").asString()).isEqualTo("IMPORTED_UNPROVEN");

    var again =
        provisioning.post(
            at + "/terms-acceptances",
            """
            {"acceptance": {"document": "mysecure", "version": "2023-07-01",
              "contentSha256": "%s", "items": [1, 2, 3, 4, 5, 6]}}
            """
                .formatted(TestTerms.hash(TestTerms.NEW)));
    assertThat(again.text("basis")).isEqualTo("IMPORTED_UNPROVEN");
  }

  @Test
  void anObjectionChangesNoBindingAndTheAnswerSaysSo() {
    var at = applied("objects");

    var objected = provisioning.post(at + "/objections", OBJECTION);

    assertThat(objected.status()).as(objected.response().body()).isEqualTo(201);
    assertThat(objected.header("Location")).isEqualTo(at);
    assertThat(objected.header("ETag")).isEqualTo("\"3\"");
    assertThat(objected.body().at("/effect/changesBinding").asBoolean(true)).isFalse();
    assertThat(objected.body().at("/effect/remedy").asString()).isEqualTo("cancel");
    assertThat(objected.body().at("/terms/version").asString()).isEqualTo("2023-07-01");
    assertThat(objected.response().body()).doesNotContain("ZEBRA");
    assertThat(payload(at, 3).toString()).doesNotContain("ZEBRA").contains("ciphertext");
    assertThat(provisioning.post(at + "/objections", OBJECTION).code())
        .isEqualTo("ALREADY_OBJECTED");

    var path = at + "/objections/" + objected.text("objectionId") + "/withdrawal";
    assertThat(agent.post(path, "{}").code()).isEqualTo("MISSING_FIELD");
    var withdrawn = agent.post(path, "{\"reason\": \"説明の結果\"}");
    assertThat(withdrawn.status()).as(withdrawn.response().body()).isEqualTo(200);
    var again = agent.post(path, "{\"reason\": \"説明の結果\"}");
    assertThat(again.code()).isEqualTo("OBJECTION_NOT_STANDING");
    assertThat(again.text("detail")).contains(withdrawn.text("withdrawnAt"));
    assertThat(agent.post(at + "/objections/none/withdrawal", "{\"reason\": \"x\"}").code())
        .isEqualTo("OBJECTION_UNKNOWN");
  }

  @Test
  void whoAppliedUnderAVersionDoesNotObjectToItAsAnAmendment() {
    var created = provisioning.post("/v1/subscriptions", Client.application("new", null));

    var refused = agent.post(created.header("Location") + "/objections", OBJECTION);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("AMENDMENT_NOT_APPLICABLE");
    assertThat(refused.text("currentState")).isEqualTo("APPLIED");
  }

  @Test
  void aWithdrawnConsentWaitsForAnAgentWhoSettlesIt() {
    var at = applied("withdraws");

    var withdrawn =
        provisioning.post(
            at + "/consent-withdrawals",
            "{\"items\": [3], \"statement\": \"ZEBRA停止\", \"reason\": \"申出\"}");

    assertThat(withdrawn.status()).as(withdrawn.response().body()).isEqualTo(201);
    assertThat(withdrawn.text("status")).isEqualTo("APPLIED");
    assertThat(withdrawn.body().at("/items/0/clause/path").asString()).isEqualTo("art7/p1/i3");
    assertThat(withdrawn.body().at("/items/0/clause/version").asString()).isEqualTo(TestTerms.OLD);
    assertThat(payload(at, 3).toString()).doesNotContain("ZEBRA");
    assertThat(agent.post(at + "/consent-withdrawals", "{\"items\": [1]}").code())
        .isEqualTo("INVALID_FIELD");

    var settlement = at + "/consent-withdrawals/" + withdrawn.text("withdrawalId") + "/settlement";
    var kept = "{\"settlement\": \"KEPT\", \"reason\": \"説明の結果\"}";
    assertThat(provisioning.post(settlement, kept).status()).isEqualTo(403);
    assertThat(agent.post(settlement, kept.replace("KEPT", "RENEWED")).code())
        .isEqualTo("SETTLEMENT_UNFOUNDED");
    assertThat(agent.post(settlement, kept).text("settlement")).isEqualTo("KEPT");
    assertThat(agent.post(settlement, kept).code()).isEqualTo("CONSENT_WITHDRAWAL_SETTLED");
  }

  @Test
  void aRetryHearsTheFirstAnswer() {
    var at = applied("retries");
    var first = agent.post(at + "/objections", OBJECTION, "objection-1");

    var again = agent.post(at + "/objections", OBJECTION, "objection-1");

    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(names(at)).hasSize(4);
  }

  @Test
  void anotherIspsClientSeesNothing() {
    var through =
        old("of-a")
            .replace("{\"kind\": \"OWN_OFFICE\"}", "{\"kind\": \"PARTNER_ISP\", \"isp\": \"A\"}");
    var at = provisioning.post("/v1/subscriptions", through).header("Location");
    var other = Client.of(http, node, Role.PROVISIONING, "B");

    assertThat(other.post(at + "/objections", OBJECTION).status()).isEqualTo(404);
    assertThat(other.post(at + "/consent-withdrawals", "{\"items\": [3]}").status()).isEqualTo(404);
  }

  private String applied(String subscriber) {
    var answer = provisioning.post("/v1/subscriptions", old(subscriber));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.header("Location");
  }

  /** An application under the old version. */
  private static String old(String subscriber) {
    return Client.application(subscriber, null)
        .replace("2023-07-02T00:00:00", "2023-06-20T00:00:00")
        .replace("2023-07-01T23:58:12", "2023-06-19T23:58:12")
        .replace("\"2023-07-01\"", "\"" + TestTerms.OLD + "\"")
        .replace(TestTerms.hash(TestTerms.NEW), TestTerms.hash(TestTerms.OLD))
        .replace("\"plan\": 2", "\"plan\": 1");
  }

  private List<String> names(String at) {
    return rows(at, "name");
  }

  private JsonNode payload(String at, int sequence) {
    return JsonMapper.shared().readTree(rows(at, "payload").get(sequence));
  }

  private List<String> rows(String at, String column) {
    return JdbcClient.create(database.admin())
        .sql("SELECT " + column + " FROM events.event WHERE aggregate_id = ? ORDER BY sequence")
        .param(at.substring(at.lastIndexOf('/') + 1))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
