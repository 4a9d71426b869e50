package dev.keiyaku.standalone.demo;

import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

final class BothVersionsArePublished implements Chapter {

  private static final OffsetDateTime EFFECT = OffsetDateTime.parse("2023-07-01T00:00:00+09:00");

  @Override
  public String title() {
    return "Both versions of the terms are published; the second with its notice";
  }

  @Override
  public void play(Stage stage) {
    Told told = stage.asks(Stage.AUDITOR, "the versions", "/v1/terms/mysecure/versions");
    told.accepted("the published versions:");
    int found = 0;
    for (JsonNode version : told.answer().at("/items")) {
      String name = version.at("/version").asString("");
      String hash = version.at("/contentSha256").asString("");
      stage.note(name, hash);
      stage.say("          " + name + "  sha256 " + hash);
      found += name.equals(Requests.OLD) || name.equals(Requests.NEW) ? 1 : 0;
      if (name.equals(Requests.NEW)) {
        expectNoticeInTime(stage, version);
      }
    }
    if (found != 2) {
      throw new NotAsTold("expected both versions, was " + told.answer().body());
    }
  }

  private static void expectNoticeInTime(Stage stage, JsonNode version) {
    String published = version.at("/notices/0/firstPublishedAt").asString("");
    if (published.isEmpty() || !OffsetDateTime.parse(published).isBefore(EFFECT)) {
      throw new NotAsTold("expected a notice before 2023-07-01, was " + version.at("/notices"));
    }
    stage.say("  why     noticed at " + published + ", so before it takes effect (民法548条の4)");
  }
}
