package dev.keiyaku.standalone.demo;

import tools.jackson.databind.JsonNode;

final class TheAuditorAsks implements Chapter {

  @Override
  public String title() {
    return "The auditor reads the first subscriber's history, and replays it";
  }

  @Override
  public void play(Stage stage) {
    String id = stage.noted(TheOldVersionDecides.FIRST);
    Told told =
        stage
            .asks(
                Stage.AUDITOR,
                "what the first subscriber accepted",
                "/v1/subscribers/" + stage.subscriber(TheOldVersionDecides.FIRST) + "/consents")
            .accepted("every act, and what binds");
    int index = indexOf(told.answer().at("/items"), id);
    String at = "/items/" + index;
    told.has(at + "/acts/0/version", Requests.OLD)
        .has(at + "/acts/0/basis", "EXPLICIT")
        .has(at + "/binding/basis", "NOTICED_AMENDMENT")
        .has(at + "/binding/version", Requests.NEW)
        .has(at + "/binding/since", "2023-07-01T00:00:00+09:00")
        .quotes(at + "/binding/reason/ja", "民法548条の4")
        .because("accepted %s at %s, by an act", at + "/acts/0/version", at + "/acts/0/acceptedAt")
        .because(
            "bound by %s since %s without one: %s",
            at + "/binding/version", at + "/binding/since", at + "/binding/reason/ja");
    Told replay =
        stage
            .asks(
                Stage.AUDITOR,
                "a replay of its events",
                "/v1/audit/subscriptions/" + id + "/replay")
            .accepted("folded now, state after state, beside the live row");
    replay.has("/differences", "[]").because("the replay equals the live row: no difference");
  }

  private static int indexOf(JsonNode items, String subscription) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).at("/subscriptionId").asString("").equals(subscription)) {
        return i;
      }
    }
    throw new NotAsTold("expected " + subscription + " among " + items);
  }
}
