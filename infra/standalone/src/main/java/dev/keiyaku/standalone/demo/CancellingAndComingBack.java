package dev.keiyaku.standalone.demo;

import java.time.Duration;
import java.util.Map;

final class CancellingAndComingBack implements Chapter {

  @Override
  public String title() {
    return "Cancelled for a day ahead, withdrawn, cancelled now; and a new application";
  }

  @Override
  public void play(Stage stage) {
    String id = stage.noted(TheOldVersionDecides.FIRST);
    String at = "/v1/subscriptions/" + id;
    stage
        .orders(
            Stage.OPERATOR,
            "cancel, thirty days ahead",
            at + "/cancellation",
            Map.of("effectiveAt", stage.fromNow(Duration.ofDays(30)), "reason", "解約の申出"))
        .accepted("it ends then")
        .has("/status", "ACTIVE")
        .because("until %s it goes on", "/effectiveAt");
    stage
        .orders(
            Stage.OPERATOR,
            "withdraw that",
            at + "/cancellation/withdrawal",
            Map.of("reason", "解約の申出を撤回"))
        .accepted("it goes on");
    stage
        .orders(Stage.OPERATOR, "cancel now", at + "/cancellation", Map.of("reason", "解約の申出"))
        .accepted("it has ended")
        .has("/status", "CANCELLED");
    stage
        .orders(
            Stage.AGENT,
            "suspend it",
            at + "/suspensions",
            Map.of("ground", "MAINTENANCE", "reason", "設備の保守工事"))
        .refused(409, "SUBSCRIPTION_CANCELLED")
        .has("/currentState", "CANCELLED")
        .because("nothing can be suspended that has ended");
    comeBack(stage, id);
  }

  private static void comeBack(Stage stage, String before) {
    Map<String, Object> acceptance =
        Requests.acceptance(
            Requests.NEW,
            stage.noted(Requests.NEW),
            Requests.ALL_ITEMS,
            stage.fromNow(Duration.ofMinutes(-2)));
    String subscriber = stage.subscriber(TheOldVersionDecides.FIRST);
    Map<String, Object> body = Requests.applicationNow(subscriber, 1, acceptance);
    Told applied =
        stage
            .orders(Stage.OPERATOR, "the same subscriber applies again", "/v1/subscriptions", body)
            .accepted("a new subscription");
    String id = applied.answer().text("/subscriptionId");
    if (id.isEmpty() || id.equals(before)) {
      throw new NotAsTold("expected a new subscription, was " + applied.answer().body());
    }
    stage.say("  why     " + id + " is another contract; the first stays ended");
    stage.note("last version", applied.answer().version());
  }
}
