package dev.keiyaku.standalone.demo;

import java.time.Duration;
import java.util.Map;

final class SuspensionsOverlap implements Chapter {

  static final String VENDOR = "suspension (4)";
  static final String WORKS = "suspension (1)";

  @Override
  public String title() {
    return "Use begins; then an agent suspends it twice (第15条 1)";
  }

  @Override
  public void play(Stage stage) {
    String at = "/v1/subscriptions/" + stage.noted(TheOldVersionDecides.FIRST);
    stage
        .orders(
            Stage.OPERATOR,
            "activate, as of 2023-06-21",
            at + "/activation",
            Map.of(
                "vendorAccountReference", "vendor-account-0001",
                "activatedAt", "2023-06-21T09:00:00+09:00",
                "reason", "利用開始を後日入力"))
        .accepted("active")
        .has("/status", "ACTIVE");
    Told first =
        stage.orders(
            Stage.AGENT,
            "suspend under (4), since an hour ago",
            at + "/suspensions",
            Map.of(
                "ground", "VENDOR",
                "startsAt", stage.fromNow(Duration.ofHours(-1)),
                "reason", "提供元のサービスが全く利用できない"));
    first
        .accepted("suspended")
        .has("/clause/article", "第15条1項(4)")
        .quotes("/clause/text", "オープンテキスト")
        .because("%s: 「%s」", "/clause/article", "/clause/text");
    stage.note(VENDOR, first.answer().text("/suspensionId"));
    Told second =
        stage.orders(
            Stage.AGENT,
            "suspend under (1), from a week ahead",
            at + "/suspensions",
            Map.of(
                "ground", "MAINTENANCE",
                "startsAt", stage.fromNow(Duration.ofDays(7)),
                "reason", "設備の保守工事"));
    second
        .accepted("announced")
        .has("/clause/article", "第15条1項(1)")
        .because("%s: 「%s」", "/clause/article", "/clause/text");
    stage.note(WORKS, second.answer().text("/suspensionId"));
    stage
        .asks(Stage.AGENT, "the account", at + "?minVersion=" + second.answer().version())
        .accepted("both are shown: one open, one planned")
        .has("/status", "SUSPENDED")
        .has("/openSuspensions/0/suspensionId", stage.noted(VENDOR))
        .has("/openSuspensions/0/clause/version", Requests.NEW)
        .quotes("/openSuspensions/0/clause/text", "オープンテキスト")
        .has("/plannedSuspensions/0/suspensionId", stage.noted(WORKS))
        .has("/plannedSuspensions/0/clause/version", Requests.NEW)
        .quotes("/plannedSuspensions/0/clause/text", "保守上又は工事上")
        .because(
            "the version in force at its start names オープンテキスト, though 第7条 was accepted earlier");
  }
}
