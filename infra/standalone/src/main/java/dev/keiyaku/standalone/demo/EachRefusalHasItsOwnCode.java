package dev.keiyaku.standalone.demo;

import java.util.List;
import java.util.Map;

final class EachRefusalHasItsOwnCode implements Chapter {

  private static final String SHOWN = "2023-06-20T09:58:12+09:00";
  private static final String AT = "2023-06-20T10:00:00+09:00";
  private static final String LAST_SECOND = "2023-06-30T23:59:59+09:00";

  @Override
  public String title() {
    return "Four applications that are refused, each with its own code";
  }

  @Override
  public void play(Stage stage) {
    String old = stage.noted(Requests.OLD);
    Map<String, Object> whole = Requests.acceptance(Requests.OLD, old, Requests.ALL_ITEMS, SHOWN);
    order(
            stage,
            "apply, with item (5) missing",
            AT,
            Requests.acceptance(Requests.OLD, old, List.of(1, 2, 3, 4, 6), SHOWN))
        .refused(422, "ACCEPTANCE_ITEM_MISSING");
    order(
            stage,
            "apply, with the hash of another version",
            AT,
            Requests.acceptance(Requests.OLD, stage.noted(Requests.NEW), Requests.ALL_ITEMS, SHOWN))
        .refused(422, "DISPLAYED_HASH_MISMATCH");
    stage
        .orders(
            Stage.OPERATOR,
            "apply, with a field `password`",
            "/v1/subscriptions",
            Requests.with(
                Requests.application(stage.subscriber("refused"), 1, AT, whole),
                "password",
                "never stored, logged or echoed"))
        .refused(422, "FORBIDDEN_PERSONAL_FIELD");
    order(
            stage,
            "apply on " + LAST_SECOND + ", naming the version of 2023-07-01",
            LAST_SECOND,
            Requests.acceptance(Requests.NEW, stage.noted(Requests.NEW), Requests.ALL_ITEMS, SHOWN))
        .refused(422, "TERMS_VERSION_NOT_IN_FORCE");
  }

  private static Told order(Stage stage, String what, String at, Map<String, Object> acceptance) {
    return stage.orders(
        Stage.OPERATOR,
        what,
        "/v1/subscriptions",
        Requests.application(stage.subscriber("refused"), 1, at, acceptance));
  }
}
