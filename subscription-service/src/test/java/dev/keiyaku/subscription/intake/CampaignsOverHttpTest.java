package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.contract.campaign.CohortPreview;
import dev.keiyaku.contract.campaign.CohortQuery;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.http.Role;
import dev.keiyaku.subscription.subscription.TestTerms;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Opening and closing campaigns, and what machine clients notice of them: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignsOverHttpTest {

  private static final Instant SOON = Instant.now().plus(1, ChronoUnit.HOURS);
  private static final String REASON = "{\"reason\": \"全員が回答した\"}";

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node node = Node.on(database);
  private final Client legal = Client.of(http, node, Role.LEGAL);
  private final Client provisioning = Client.of(http, node, Role.PROVISIONING);
  private final PreviewKey key = node.context().getBean(PreviewKey.class);

  @AfterAll
  void stop() {
    node.close();
    http.close();
    database.close();
  }

  private static CohortPreview cohort(long size, String client, Instant expires) {
    var at = Instant.parse("2023-08-01T03:00:00Z");
    var query =
        new CohortQuery(
            "mysecure",
            TestTerms.NEW,
            "BOUND_BY_NOTICE",
            null,
            null,
            null,
            null,
            null,
            null,
            at,
            at);
    return new CohortPreview(new Cohort(query, 7, "0".repeat(64), size), client, expires);
  }

  private String token(CohortPreview preview) {
    return key.sign(CohortPreview.USE, EventJson.mapper().writeValueAsString(preview));
  }

  private String good() {
    return token(cohort(2, "legal", SOON));
  }

  private static String opening(String preview, String more) {
    return """
    {"title": "新しい版への承諾", "target": {"document": "mysecure", "version": "2023-07-01"%s},
     "preview": "%s", "reason": "ベンダーの変更"}
    """
        .formatted(more, preview);
  }

  private Answer open(String preview) {
    return legal.post("/v1/campaigns", opening(preview, ""));
  }

  @Test
  void itIsOpenedOverWhatWasPreviewed() {
    var answer = open(good());

    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    var location = answer.header("Location");
    assertThat(location).isEqualTo("/v1/campaigns/" + answer.text("campaignId"));
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(answer.body().at("/cohort/size").asInt()).isEqualTo(2);
    assertThat(answer.body().at("/target/contentSha256").asString())
        .isEqualTo(TestTerms.hash(TestTerms.NEW));
    assertThat(names(location)).containsExactly("campaign.opened");
    var stored = JsonMapper.shared().readTree(rows(location, "payload").getFirst());
    assertThat(stored.at("/cohort/query/standing").asString()).isEqualTo("BOUND_BY_NOTICE");
    assertThat(stored.at("/opensAt").asString()).isNotEmpty();
  }

  @Test
  void itMayAskForClauses() {
    var answer = legal.post("/v1/campaigns", opening(good(), ", \"paths\": [\"art7/p1/i3\"]"));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    assertThat(answer.body().at("/target/clauses/0/path").asString()).isEqualTo("art7/p1/i3");
    var wrong = legal.post("/v1/campaigns", opening(good(), ", \"paths\": [\"art99\"]"));
    assertThat(wrong.code()).isEqualTo("INVALID_FIELD");
    assertThat(wrong.response().body()).contains("target.paths[0]");
    assertThat(legal.post("/v1/campaigns", opening(good(), ", \"paths\": []")).code())
        .isEqualTo("INVALID_FIELD");
  }

  @Test
  void aRetryHearsTheFirstAnswer() {
    var body = opening(good(), "");
    var first = legal.post("/v1/campaigns", body, "open-1");
    var again = legal.post("/v1/campaigns", body, "open-1");

    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(legal.post("/v1/campaigns", body + " ", "open-1").code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void noOtherTokenOpensOne() {
    var text = EventJson.mapper().writeValueAsString(cohort(2, "legal", SOON));
    var ours = good();
    var body = ours.substring(0, ours.indexOf('.'));
    var more =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.replace("\"size\":2", "\"size\":3").getBytes());
    var another = PreviewKey.of(Base64.getEncoder().encodeToString(new byte[32]));
    for (var bad :
        List.of(
            "nothing",
            body,
            body + ".",
            ours.replace(body, more),
            another.sign(CohortPreview.USE, text),
            key.sign("interruption", text),
            token(cohort(2, "legal-2", SOON)))) {
      assertThat(open(bad).code()).as(bad).isEqualTo("PREVIEW_INVALID");
    }
    var expired = open(token(cohort(2, "legal", Instant.parse("2023-08-01T03:15:00Z"))));
    assertThat(expired.status()).isEqualTo(422);
    assertThat(expired.code()).isEqualTo("PREVIEW_EXPIRED");
    assertThat(expired.text("detail")).contains("2023-08-01T12:15");
    assertThat(open(token(cohort(0, "legal", SOON))).code()).isEqualTo("COHORT_EMPTY");
  }

  @Test
  void whatIsWrongIsRefused() {
    var good = opening(good(), "");
    assertThat(code(good.replace("\"version\": \"2023-07-01\"", "\"version\": \"1999\"")))
        .isEqualTo("TERMS_VERSION_UNKNOWN");
    assertThat(code(good.replace("\"mysecure\"", "\"other\""))).isEqualTo("INVALID_FIELD");
    assertThat(code(good.replace("新しい版への承諾", " "))).isEqualTo("INVALID_FIELD");
    assertThat(code(good.replace("新しい版への承諾", "a@example.jp"))).isEqualTo("PERSONAL_DATA_IN_TEXT");
    assertThat(code(good.replace("\"reason\"", "\"lastDay\": \"2023-08-01\", \"reason\"")))
        .isEqualTo("INVALID_FIELD");
    assertThat(code(good.replace("\"reason\"", "\"lastDay\": \"soon\", \"reason\"")))
        .isEqualTo("INVALID_FIELD");
    assertThat(code("{}")).isEqualTo("MISSING_FIELD");
    assertThat(provisioning.post("/v1/campaigns", good).status()).isEqualTo(403);
    assertThat(Client.of(http, node, Role.PROVISIONING, "A").post("/v1/campaigns", good).status())
        .isEqualTo(403);
    assertThat(Client.of(http, node, Role.AGENT).post("/v1/campaigns", good).status())
        .isEqualTo(403);
  }

  private String code(String body) {
    return legal.post("/v1/campaigns", body).code();
  }

  @Test
  void itIsClosedOnce() {
    var at = open(good()).header("Location");

    assertThat(legal.post(at + "/close", "{}").code()).isEqualTo("MISSING_FIELD");
    assertThat(legal.post(at + "/close", REASON, "k-412", "If-Match", "\"5\"").status())
        .isEqualTo(412);
    var closed = legal.post(at + "/close", REASON);
    assertThat(closed.status()).as(closed.response().body()).isEqualTo(200);
    assertThat(closed.header("ETag")).isEqualTo("\"1\"");
    var again = legal.post(at + "/close", REASON);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("CAMPAIGN_CLOSED");
    assertThat(names(at)).containsExactly("campaign.opened", "campaign.closed");
  }

  @Test
  void whatIsNoCampaignIsNotClosed() {
    assertThat(legal.post("/v1/campaigns/none/close", REASON).status()).isEqualTo(404);
    var subscription = applied("no-campaign");
    var id = subscription.substring(subscription.lastIndexOf('/') + 1);
    var before = names(subscription);
    assertThat(legal.post("/v1/campaigns/" + id + "/close", REASON).status()).isEqualTo(404);
    assertThat(names(subscription)).isEqualTo(before);
    var campaign = open(good()).text("campaignId");
    assertThat(
            provisioning.post("/v1/subscriptions/" + campaign + "/activation", ACTIVATION).status())
        .isEqualTo(404);
    assertThat(names("/v1/campaigns/" + campaign)).containsExactly("campaign.opened");
  }

  private static final String ACTIVATION = "{\"vendorAccountReference\": \"v-1\"}";

  /** A gate that a person must pass would lock machines out: there is none. */
  @Test
  void nobodyIsSuspendedAndMachinesAreNeverBlocked() {
    var asked = applied("asked");
    var written = names(asked);
    assertThat(open(good()).status()).isEqualTo(201);

    assertThat(names(asked)).as("opening touches no subscription").isEqualTo(written);
    assertThat(applied("another")).isNotEmpty();
    var activated = provisioning.post(asked + "/activation", ACTIVATION);
    assertThat(activated.status()).as(activated.response().body()).isEqualTo(200);
    assertThat(activated.text("status")).isEqualTo("ACTIVE");
    var cancelled = provisioning.post(asked + "/cancellation", REASON);
    assertThat(cancelled.status()).as(cancelled.response().body()).isEqualTo(201);
    assertThat(names(asked)).noneMatch(name -> name.startsWith("campaign."));
  }

  private String applied(String subscriber) {
    var answer =
        provisioning.post("/v1/subscriptions", Client.application("campaign-" + subscriber, null));
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.header("Location");
  }

  private List<String> names(String at) {
    return rows(at, "name");
  }

  private List<String> rows(String at, String column) {
    return JdbcClient.create(database.admin())
        .sql("SELECT " + column + " FROM events.event WHERE aggregate_id = ? ORDER BY sequence")
        .param(at.substring(at.lastIndexOf('/') + 1))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
