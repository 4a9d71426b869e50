package dev.keiyaku.standalone.demo;

import java.util.Map;

final class LiftingOneLeavesTheOther implements Chapter {

  @Override
  public String title() {
    return "One suspension is lifted, the other withdrawn before it begins";
  }

  @Override
  public void play(Stage stage) {
    String at = "/v1/subscriptions/" + stage.noted(TheOldVersionDecides.FIRST) + "/suspensions/";
    String vendor = stage.noted(SuspensionsOverlap.VENDOR);
    String works = stage.noted(SuspensionsOverlap.WORKS);
    stage
        .orders(Stage.AGENT, "lift the (4)", at + vendor + "/lift", reason("提供元が復旧した"))
        .accepted("lifted")
        .has("/remaining/0/suspensionId", works)
        .has("/remaining/0/clause/article", "第15条1項(1)")
        .because(
            "what stays is named: %s, from %s",
            "/remaining/0/clause/article", "/remaining/0/startsAt");
    stage
        .orders(Stage.AGENT, "withdraw the (1)", at + works + "/withdrawal", reason("工事が中止になった"))
        .accepted("it will not begin")
        .has("/remaining", "[]");
    Told again =
        stage
            .orders(Stage.AGENT, "lift the (4) again", at + vendor + "/lift", reason("二重の操作"))
            .refused(409, "SUSPENSION_NOT_OPEN");
    if (again.answer().at("/allowedActions").isEmpty()) {
      throw new NotAsTold("expected allowedActions, was " + again.answer().body());
    }
    stage.say(
        "  why     it is not open; what could be done: " + again.answer().at("/allowedActions"));
  }

  private static Map<String, Object> reason(String text) {
    return Map.of("reason", text);
  }
}
