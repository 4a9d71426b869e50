package dev.keiyaku.standalone.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies that the story sends. */
final class Requests {

  static final String OLD = "until-2023-06-30";
  static final String NEW = "2023-07-01";
  static final List<Integer> ALL_ITEMS = List.of(1, 2, 3, 4, 5, 6);

  private Requests() {}

  /** An application for タイプ2 by a 第2種契約者 under タイプ8 コース2, at the operator's own office. */
  static Map<String, Object> application(
      String subscriber, int plan, String at, Map<String, Object> acceptance) {
    Map<String, Object> body = applicationNow(subscriber, plan, acceptance);
    body.put("appliedAt", at);
    body.put("reason", "紙の申込書を後日入力");
    return body;
  }

  /** The same, made at this moment. */
  static Map<String, Object> applicationNow(
      String subscriber, int plan, Map<String, Object> acceptance) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("subscriberId", subscriber);
    body.put("product", "MYSECURE_1LICENSE_TYPE2");
    body.put("channel", Map.of("kind", "OWN_OFFICE"));
    body.put(
        "networkContract",
        Map.of(
            "agreement",
            "IP_NETWORK_SERVICE",
            "category",
            2,
            "type",
            8,
            "course",
            2,
            "plan",
            plan));
    body.put("acceptance", acceptance);
    return body;
  }

  /**
   * An act on a text that was shown before.
   *
   * @param shown when it was shown, with offset
   */
  static Map<String, Object> acceptance(
      String version, String hash, List<Integer> items, String shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("document", "mysecure");
    body.put("version", version);
    body.put("contentSha256", hash);
    body.put("items", items);
    body.put(
        "display",
        Map.of(
            "displayedAt", shown,
            "locale", "ja",
            "place", "https://shop.example/mysecure/apply",
            "userAgent", "Mozilla/5.0"));
    return body;
  }

  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(body);
    more.put(field, value);
    return more;
  }
}
