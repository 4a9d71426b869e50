package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

  private final ReadSide readSide = ReadSide.shared();
  private final String isp = "ISP-S";
  private final String first = Uuid7.text();
  private final String second = Uuid7.text();
  private final String third = Uuid7.text();

  @BeforeAll
  void threeSubscriptionsOfAnIsp() {
    var recorder = readSide.recorder();
    recorder.record(
        japan("2023-06-20T10:00"), applied(first, "C3", isp, japan("2023-06-20T10:00")));
    recorder.record(
        japan("2023-06-20T10:00"), accepted(first, "a1", Scenes.OLD, japan("2023-06-20T10:00")));
    recorder.record(japan("2023-06-21T10:00"), activated(first, japan("2023-06-21T10:00")));
    recorder.record(
        japan("2023-07-01T10:00"),
        suspended(first, "s1", SuspensionGround.DISASTER, japan("2023-08-15T00:00")));
    recorder.record(
        japan("2023-07-02T10:00"), applied(second, "C4", isp, japan("2023-07-02T10:00")));
    recorder.record(
        japan("2023-07-02T10:00"), accepted(second, "a2", Scenes.NEW, japan("2023-07-02T10:00")));
    recorder.record(
        japan("2023-07-02T11:00"), applied(third, "C4", isp, japan("2023-07-02T11:00")));
    recorder.record(japan("2023-07-03T10:00"), cancelled(third, "c", japan("2023-07-03T10:00")));
    for (var id : List.of(first, second, third)) {
      readSide.get("/v1/subscriptions/" + id + "?minVersion=" + recorder.version(id), Role.AGENT);
    }
  }

  @Test
  void eachFilterNarrows() {
    assertThat(found("")).containsExactly(first, second, third);
    assertThat(found("&subscriberId=C4")).containsExactly(second, third);
    assertThat(found("&subscriberId=C4&status=APPLIED")).containsExactly(second);
    assertThat(found("&status=CANCELLED")).containsExactly(third);
    assertThat(found("&product=MYSECURE")).isEmpty();
    assertThat(found("&product=MYSECURE_1LICENSE_TYPE2")).containsExactly(first, second, third);
    assertThat(found("&acceptedVersion=" + Scenes.OLD)).containsExactly(first);
  }

  @Test
  void statusIsThatOfTheInstantAskedWithoutAnyJob() {
    assertThat(found("&status=ACTIVE&asOf=2023-08-14T23:59:59.999%2B09:00")).containsExactly(first);
    assertThat(found("&status=SUSPENDED&asOf=2023-08-15T00:00:00%2B09:00")).containsExactly(first);
    assertThat(found("&ground=DISASTER&asOf=2023-08-15T00:00:00%2B09:00")).containsExactly(first);
    assertThat(found("&ground=DISASTER")).isEmpty();
  }

  @Test
  void theVersionThatBindsIsThatOfTheInstantAsked() {
    assertThat(found("&boundBy=" + Scenes.OLD + "&asOf=2023-06-30T23:59:59.999%2B09:00"))
        .containsExactly(first);
    assertThat(found("&boundBy=" + Scenes.OLD + "&asOf=2023-07-01T00:00:00%2B09:00")).isEmpty();
    assertThat(found("&boundBy=" + Scenes.NEW + "&asOf=2023-07-01T00:00:00%2B09:00"))
        .containsExactly(first);
    assertThat(found("&boundBy=" + Scenes.NEW)).containsExactly(first, second);
  }

  @Test
  void whatIsFoundIsAnsweredAsOfTheInstantAskedToo() {
    var ahead = item("&status=ACTIVE&asOf=2023-08-14T23:59:59.999%2B09:00");
    assertThat(ahead.at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(ahead.at("/nextChange/at").asString()).isEqualTo("2023-08-15T00:00:00+09:00");
    assertThat(ahead.at("/nextChange/status").asString()).isEqualTo("SUSPENDED");
    assertThat(ahead.at("/binding/basis").asString()).isEqualTo("NOTICED_AMENDMENT");
    var before = item("&status=ACTIVE&asOf=2023-06-30T23:59:59.999%2B09:00");
    assertThat(before.at("/binding/version").asString()).isEqualTo(Scenes.OLD);
    assertThat(before.at("/binding/basis").asString()).isEqualTo("EXPLICIT");
  }

  private JsonNode item(String query) {
    return readSide.get("/v1/subscriptions?isp=" + isp + query, Role.AGENT).at("/items/0");
  }

  @Test
  void nobodyCountsFurtherThanTenThousand() {
    readSide
        .sql()
        .sql(
            """
            INSERT INTO projection.account (subscription_id, version, subscriber_id, product,
              channel_kind, belongs_to_isp)
            SELECT 'many-' || n, 0, 'C-many', 'MYSECURE', 'OWN_OFFICE', 'ISP-many'
            FROM generate_series(1, 10001) n
            """)
        .update();
    var count = readSide.get("/v1/subscriptions?isp=ISP-many&limit=1", Role.AGENT).at("/count");
    assertThat(count.toString()).isEqualTo("{\"value\":10000,\"capped\":true}");
    var delete = readSide.sql().sql("DELETE FROM projection.account WHERE belongs_to_isp = ?");
    assertThat(delete.param("ISP-many").update()).isEqualTo(10_001);
  }

  @Test
  void pagesFollowEachOtherByTheirLinks() {
    var path = "/v1/subscriptions?isp=" + isp + "&limit=2";
    var page = readSide.ask(path, Role.AGENT);
    var link = page.headers().firstValue("Link").orElseThrow();
    assertThat(link).startsWith("<" + path + "&cursor=").endsWith(">; rel=\"next\"");

    var next = readSide.ask(link.substring(1, link.indexOf('>')), Role.AGENT);
    assertThat(next.body()).contains(third).doesNotContain(first);
    assertThat(next.body()).contains("\"count\":{\"value\":3,\"capped\":false}");
    assertThat(next.headers().firstValue("Link")).isEmpty();
  }

  @Test
  void whoIsBoundToAnIspFindsThatIspsOnly() {
    var others = readSide.get("/v1/subscriptions?subscriberId=C4", Role.PROVISIONING, "ISP-B");
    assertThat(others.at("/items")).isEmpty();
    var own = readSide.get("/v1/subscriptions?subscriberId=C4", Role.PROVISIONING, isp);
    assertThat(own.at("/items")).hasSize(2);
    var forged = readSide.get("/v1/subscriptions?isp=" + isp, Role.PROVISIONING, "ISP-B");
    assertThat(forged.at("/count/value").asLong()).isZero();
  }

  @Test
  void whatIsNotAFilterIsRefused() {
    for (var query : List.of("status=OPEN", "state=ACTIVE", "limit=0", "limit=201", "cursor=%21")) {
      var answer = readSide.ask("/v1/subscriptions?" + query, Role.AGENT);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
    }
  }

  private List<String> found(String query) {
    var ids = new ArrayList<String>();
    JsonNode page = readSide.get("/v1/subscriptions?isp=" + isp + query, Role.AGENT);
    page.at("/items").forEach(item -> ids.add(item.at("/subscriptionId").asString()));
    assertThat(page.at("/count/value").asInt()).isEqualTo(ids.size());
    return ids;
  }
}
