package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOverHttpTest {

  private static final String TRACE = "traceparent";

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
  void aLifeFromApplicationToTheEndAndAgain() {
    var applied = provisioning.post("/v1/subscriptions", Client.application("C1", "ISP-A"));
    assertThat(applied.status()).as(applied.response().body()).isEqualTo(201);
    assertThat(applied.header("ETag")).isEqualTo("\"2\"");
    assertThat(Long.parseLong(applied.header("Keiyaku-Position"))).isPositive();
    var at = applied.header("Location");
    assertThat(at).isEqualTo("/v1/subscriptions/" + applied.text("subscriptionId"));
    assertThat(applied.body().at("/eligibility/article").asString()).isEqualTo("第5条 3");

    var activated =
        provisioning.post(at + "/activation", "{\"vendorAccountReference\": \"ot-77\"}");
    assertThat(activated.status()).isEqualTo(200);
    assertThat(activated.text("status")).isEqualTo("ACTIVE");

    var vendor =
        agent.post(
            at + "/suspensions",
            """
            {"ground": "VENDOR", "reason": "全面停止", "note": "vendor status page"}
            """);
    assertThat(vendor.status()).isEqualTo(201);
    assertThat(vendor.body().at("/clause/text").asString()).startsWith("オープンテキスト株式会社");
    var works =
        agent.post(
            at + "/suspensions",
            """
            {"ground": "MAINTENANCE", "startsAt": "2099-01-01T00:00:00+09:00", "reason": "工事"}
            """);
    assertThat(works.text("status")).isEqualTo("SUSPENDED");

    var lift = at + "/suspensions/" + vendor.text("suspensionId") + "/lift";
    var lifted = agent.post(lift, "{\"reason\": \"復旧\"}");
    assertThat(lifted.status()).as(lifted.response().body()).isEqualTo(200);
    assertThat(lifted.body().at("/remaining/0/suspensionId").asString())
        .isEqualTo(works.text("suspensionId"));
    assertThat(lifted.body().path("usable").asBoolean()).isTrue();
    assertThat(lifted.text("liftedAt")).endsWith("+09:00");
    assertThat(lifted.body().at("/remaining/0/startsAt").asString())
        .isEqualTo("2099-01-01T00:00:00+09:00");
    var again = agent.post(lift, "{\"reason\": \"復旧\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("SUSPENSION_NOT_OPEN");
    assertThat(again.text("currentState")).isEqualTo("ACTIVE");
    assertThat(again.text("detail")).contains(vendor.text("suspensionId"), lifted.text("liftedAt"));
    assertThat(again.body().path("allowedActions").toString()).contains("withdraw-suspension");

    var withdrawn =
        agent.post(
            at + "/suspensions/" + works.text("suspensionId") + "/withdrawal",
            "{\"reason\": \"延期\"}");
    assertThat(withdrawn.status()).isEqualTo(200);

    var ahead = "{\"effectiveAt\": \"2099-01-01T00:00:00+09:00\", \"reason\": \"転居\"}";
    assertThat(provisioning.post(at + "/cancellation", ahead).status()).isEqualTo(201);
    assertThat(provisioning.post(at + "/cancellation/withdrawal", "{\"reason\": \"中止\"}").status())
        .isEqualTo(200);
    var cancelled = provisioning.post(at + "/cancellation", "{\"reason\": \"転居\"}");
    assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
    var late = agent.post(at + "/suspensions", "{\"ground\": \"VENDOR\", \"reason\": \"x\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("SUBSCRIPTION_CANCELLED");

    var later = Client.application("C1", "ISP-A").replaceAll("\"appliedAt\": \"[^\"]*\",", "");
    var next = provisioning.post("/v1/subscriptions", later);
    assertThat(next.status()).isEqualTo(201);
    assertThat(next.text("subscriptionId")).isNotEqualTo(applied.text("subscriptionId"));
  }

  @Test
  void everyEntrySaysWhoMadeItForWhomWhenAndInWhichTrace() {
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var parent = "00-" + trace + "-00f067aa0ba902b7-01";
    var ofIsp = Client.of(http, node, Role.PROVISIONING, "ISP-A");
    var at =
        ofIsp
            .post("/v1/subscriptions", Client.application("C2", "ISP-A"), "t-1", TRACE, parent)
            .header("Location");
    agent.post(at + "/suspensions", "{\"ground\": \"VENDOR\", \"reason\": \"停止\"}");

    var entries = entries(at);
    assertThat(entries).hasSize(4);
    for (var entry : entries.subList(0, 3)) {
      assertThat(entry.path("actor").asString()).isEqualTo("provisioning-isp-a");
      assertThat(entry.path("client").asString()).isEqualTo("provisioning-isp-a");
      assertThat(entry.path("role").asString()).isEqualTo("provisioning");
      assertThat(entry.path("isp").asString()).isEqualTo("ISP-A");
      assertThat(entry.path("correlationId").asString()).isEqualTo(trace);
    }
    assertThat(entries.getFirst().path("causationId"))
        .isEqualTo(entries.get(1).path("causationId"))
        .isEqualTo(entries.get(2).path("causationId"))
        .isNotEqualTo(entries.getLast().path("causationId"));
    assertThat(entries.getLast().path("role").asString()).isEqualTo("agent");
    assertThat(entries.getLast().has("isp")).isFalse();
  }

  /** Who recorded them; both times and a sealed reason they all have. */
  private List<JsonNode> entries(String at) {
    return JdbcClient.create(database.admin())
        .sql(
            "SELECT metadata FROM events.event WHERE aggregate_id = ? AND effective_at IS NOT NULL"
                + " AND recorded_at > effective_at AND payload::jsonb #>> '{reason,ciphertext}' >"
                + " '' ORDER BY sequence")
        .param(at.substring(at.lastIndexOf('/') + 1))
        .query(String.class)
        .list()
        .stream()
        .map(JsonMapper.shared()::readTree)
        .toList();
  }
}
