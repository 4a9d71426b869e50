package dev.keiyaku.standalone.demo;

import java.util.Map;

final class TheNewVersionDecides implements Chapter {

  static final String SECOND = "second";

  private static final String SHOWN = "2023-06-30T23:58:12+09:00";
  private static final String MIDNIGHT = "2023-07-01T00:00:00+09:00";

  @Override
  public String title() {
    return "2023-07-01T00:00+09:00: プラン2, through the partner ISP-A";
  }

  @Override
  public void play(Stage stage) {
    Map<String, Object> acceptance =
        Requests.acceptance(Requests.NEW, stage.noted(Requests.NEW), Requests.ALL_ITEMS, SHOWN);
    Map<String, Object> body =
        Requests.with(
            Requests.application(stage.subscriber(SECOND), 2, MIDNIGHT, acceptance),
            "channel",
            Map.of("kind", "PARTNER_ISP", "isp", "ISP-A"));
    Told applied =
        stage
            .orders(Stage.ISP_A, "apply, with プラン2", "/v1/subscriptions", body)
            .accepted("applied")
            .has("/terms/version", Requests.NEW)
            .has("/belongsToIsp", "ISP-A")
            .because("from that instant on %s admits プラン1, 2 and 3", "/eligibility/article");
    String id = applied.answer().text("/subscriptionId");
    stage.note(SECOND, id);
    String path = "/v1/subscriptions/" + id + "?minVersion=" + applied.answer().version();
    stage.asks(Stage.ISP_A, "its subscription", path).accepted("it is there");
    stage
        .asks(Stage.ISP_B, "the same subscription", path)
        .refused(404, "NOT_FOUND")
        .because("it belongs to ISP-A; to ISP-B it does not exist");
  }
}
