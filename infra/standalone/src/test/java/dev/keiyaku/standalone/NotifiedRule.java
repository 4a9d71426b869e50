package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import java.util.List;
import java.util.Map;

/** A rule (諸規程, 第2条4) on the running product: recorded, part of what binds, compared, ended. */
final class NotifiedRule {

  private static final String RULES = "/v1/terms/mysecure/rules";
  private static final String ONE = RULES + "/support-2023";

  private NotifiedRule() {}

  static void comesAndGoes(Door door) {
    var known = recorded(door.post("legal", RULES, rule()));
    assertThat(door.get("agent", RULES + known).at("/items/0/standing").asString())
        .isEqualTo("IN_FORCE");
    assertThat(door.get("agent", ONE + known).at("/text").asString()).isEqualTo("受付時間の細則");
    assertThat(rulesOf(door, "/v1/terms/mysecure/in-force")).isEqualTo("support-2023");
    var comparison = "/v1/terms/mysecure/comparison?from=until-2023-06-30&to=2023-07-01";
    assertThat(door.get("agent", comparison).at("/facts/rules/0/change").asString())
        .isEqualTo("INSERTED");
    var id = door.get("auditor", "/v1/provisions?limit=1").at("/items/0/subscriptionId").asString();
    var consents = door.get("auditor", "/v1/subscriptions/" + id + "/consents");
    assertThat(consents.at("/binding/rules/binding/0/rule").asString()).isEqualTo("support-2023");

    var ended = Map.of("endsOn", "2023-08-01", "reason", "廃止");
    var after = recorded(door.post("legal", ONE + "/end", ended));
    assertThat(door.get("agent", ONE + after).at("/standing").asString()).isEqualTo("ENDED");
    assertThat(rulesOf(door, "/v1/terms/mysecure/in-force")).isEmpty();
  }

  private static String rulesOf(Door door, String path) {
    return door.get("agent", path).at("/rules/0/rule").asString("");
  }

  private static String recorded(Answer answer) {
    assertThat(answer.succeeded()).as("%s", answer).isTrue();
    return "?minVersion=" + answer.at("/version").asLong();
  }

  private static Map<String, Object> rule() {
    var notice =
        Map.of(
            "place",
            "https://example.jp/rules",
            "firstPublishedAt",
            "2023-06-16T10:00:00+09:00",
            "channels",
            List.of("WEB"));
    return Map.of(
        "rule",
        "support-2023",
        "title",
        "受付細則",
        "issuer",
        Map.of("kind", "OPERATOR"),
        "text",
        "受付時間の細則",
        "effectiveFrom",
        "2023-07-01",
        "notice",
        notice,
        "reason",
        "過去の通知を登録する");
  }
}
