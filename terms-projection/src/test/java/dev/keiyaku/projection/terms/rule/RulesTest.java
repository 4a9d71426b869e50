package dev.keiyaku.projection.terms.rule;

import static dev.keiyaku.projection.terms.rule.RuleScenes.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.http.Role;
import dev.keiyaku.projection.Scenes;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Where notified rules are told: the terms, the comparison, whom they bind, the feed, the replay.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {

  private static final String LAST = "2023-06-30T23:59:59.999+09:00";
  private static final String FIRST = "2023-07-01T00:00:00+09:00";

  private RuleScenes scenes;

  @BeforeAll
  void rulesOfThree() {
    scenes = new RuleScenes();
  }

  @AfterAll
  void stop() {
    scenes.close();
  }

  @Test
  void theRulesInForceChangeAtMidnightInJapan() {
    assertThat(names(scenes.terms("/in-force", "at", LAST).at("/rules"), "/rule"))
        .containsExactly("ours-1", "webroot");
    assertThat(names(scenes.terms("/in-force", "at", FIRST).at("/rules"), "/rule"))
        .containsExactly("opentext", "ours-2");
  }

  @Test
  void aVersionListsTheRulesThatArePartOfItThen() {
    var old = scenes.terms("/versions/" + Scenes.OLD, "asOf", FIRST);
    assertThat(names(old.at("/rules"), "/rule")).containsExactly("webroot", "ours-2");
    assertThat(scenes.terms("/versions").at("/items/0/rules").isMissingNode()).isTrue();
  }

  @Test
  void everyRuleIsListedWithWhereItStands() {
    var rules = scenes.terms("/rules", "asOf", FIRST);

    assertThat(names(rules.at("/items"), "/rule"))
        .containsExactly("ours-1", "webroot", "opentext", "ours-2", "late");
    assertThat(names(rules.at("/items"), "/standing"))
        .containsExactly("SUPERSEDED", "IN_FORCE", "IN_FORCE", "IN_FORCE", "AHEAD");
    assertThat(rules.at("/items/0/text").isMissingNode()).isTrue();
  }

  @Test
  void oneRuleSaysItsWordsItsHashItsNoticeAndWhoRecordedIt() {
    var rule = scenes.terms("/rules/late", "asOf", "2023-07-10T01:00:00+09:00");

    assertThat(rule.at("/standing").asString()).isEqualTo("NOT_YET_NOTIFIED");
    assertThat(rule.at("/text").asString()).isEqualTo("<b>本文</b>");
    assertThat(rule.at("/contentSha256").asString()).isEqualTo("sha-of-late");
    assertThat(rule.at("/effectiveAt").asString()).isEqualTo("2023-07-10T00:00:00+09:00");
    assertThat(rule.at("/partFrom").asString()).isEqualTo("2023-07-10T02:00:00+09:00");
    assertThat(rule.at("/partUntil").asString()).isEqualTo("2023-07-15T00:00:00+09:00");
    assertThat(rule.at("/notice/inTime").asBoolean()).isFalse();
    assertThat(rule.at("/notice/capturedSha256").asString()).isEqualTo("sha-of-notice");
    assertThat(rule.at("/notice/captured").asString()).isEqualTo("Y2Fw");
    assertThat(rule.at("/end/reason").asString()).isEqualTo("廃止");
    assertThat(rule.at("/recorded/at").asString()).isEqualTo("2023-07-12T10:00:00+09:00");
    assertThat(scenes.terms("/rules/ours-1").at("/supersededBy").asString()).isEqualTo("ours-2");
    assertThat(scenes.readSide.ask("/v1/terms/mysecure/rules/none", Role.AGENT).statusCode())
        .isEqualTo(404);
    assertThat(scenes.readSide.ask("/v1/terms/none/rules", Role.AGENT).statusCode()).isEqualTo(404);
    assertThat(scenes.readSide.ask("/v1/terms/mysecure/rules?at=x", Role.AGENT).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatBindsASubscriberIncludesItsRulesFromTheirDay() {
    assertThat(scenes.binding(scenes.id, LAST)).containsExactly("ours-1", "webroot");
    assertThat(scenes.binding(scenes.id, FIRST)).containsExactly("opentext", "ours-2");
    var rule = scenes.rules(scenes.id, FIRST, null).at("/binding/0");
    assertThat(rule.at("/contentSha256").asString()).isEqualTo("sha-of-opentext");
    assertThat(rule.at("/partFrom").asString()).isEqualTo(FIRST);
    assertThat(rule.at("/notice/place").asString()).isEqualTo("https://example.jp/opentext");
    assertThat(rule.at("/notice/capturedSha256").asString()).isEqualTo("sha-of-notice");
    assertThat(rule.at("/notice/captured").isMissingNode()).isTrue();
  }

  @Test
  void theRulesOfAVendorWhomTheVersionDoesNotNameDoNotBind() {
    var not = scenes.rules(scenes.id, FIRST, null).at("/notBinding");

    assertThat(names(not, "/rule/rule")).containsExactly("webroot");
    assertThat(not.at("/0/because").asString()).isEqualTo("ISSUER_NOT_NAMED");
    assertThat(not.at("/0/reason/ja").asString()).contains("第2条4");
  }

  @Test
  void aRuleBindsOnlyFromItsNoticeAndUntilItsEnd() {
    assertThat(scenes.binding(scenes.id, "2023-07-10T01:59:59.999+09:00")).doesNotContain("late");
    assertThat(
            names(
                scenes.rules(scenes.id, "2023-07-10T00:00:00+09:00", null).at("/notBinding"),
                "/because"))
        .containsExactly("ISSUER_NOT_NAMED", "NOT_YET_NOTIFIED");
    assertThat(scenes.binding(scenes.id, "2023-07-10T02:00:00+09:00")).contains("late");
    assertThat(scenes.binding(scenes.id, "2023-07-14T23:59:59.999+09:00")).contains("late");
    assertThat(scenes.binding(scenes.id, "2023-07-15T00:00:00+09:00")).doesNotContain("late");
  }

  @Test
  void whatWasRecordedLateWasNotKnownBefore() {
    var noon = "2023-07-16T12:00:00+09:00";
    assertThat(
            names(
                scenes.rules(scenes.id, noon, "2023-07-12T09:59:59.999+09:00").at("/binding"),
                "/rule"))
        .containsExactly("opentext", "ours-2");
    assertThat(
            names(
                scenes.rules(scenes.id, noon, "2023-07-12T10:00:00+09:00").at("/binding"), "/rule"))
        .containsExactly("opentext", "ours-2", "late");
    assertThat(scenes.binding(scenes.id, noon)).containsExactly("opentext", "ours-2");
    assertThat(scenes.terms("/rules", "knownAt", "2023-06-19T10:00:00+09:00").at("/items"))
        .isEmpty();
  }

  @Test
  void whoeverLeftWasBoundByTheRulesOfTheEnd() {
    assertThat(scenes.binding(scenes.left, "2023-07-20T00:00:00+09:00"))
        .containsExactly("ours-1", "webroot");
    assertThat(scenes.binding(scenes.left, "2023-06-20T12:00:00+09:00")).isEmpty();
  }

  @Test
  void theComparisonShowsTheRulesInWhichTheDaysDiffer() {
    var compared = "/comparison?from=" + Scenes.OLD + "&to=" + Scenes.NEW;
    var facts = scenes.terms(compared).at("/facts/rules");

    assertThat(names(facts, "/change")).containsExactly("INSERTED", "CHANGED", "DELETED");
    assertThat(names(facts, "/to/rule")).containsExactly("opentext", "ours-2", "");
    assertThat(names(facts, "/from/rule")).containsExactly("", "ours-1", "webroot");
    var back =
        scenes.terms("/comparison?from=" + Scenes.NEW + "&to=" + Scenes.OLD).at("/facts/rules");
    assertThat(names(back, "/change")).containsExactly("CHANGED", "INSERTED", "DELETED");
    var known = scenes.terms(compared, "knownAt", "2023-06-19T10:00:00+09:00");
    assertThat(known.at("/facts/rules")).isEmpty();
  }

  @Test
  void theComparisonPrintsThem() {
    scenes.terms("/rules");
    var path =
        "/v1/terms/mysecure/comparison?from=" + Scenes.OLD + "&to=" + Scenes.NEW + "&format=";

    for (var form : List.of("HTML", "MARKDOWN")) {
      assertThat(scenes.readSide.ask(path + form, Role.AGENT).body())
          .contains("通知された諸規程")
          .contains("細則 ours")
          .contains("（オープンテキスト、2023年7月1日～、opentext）")
          .contains("（当社、2023年6月25日～、ours");
    }
    assertThat(scenes.readSide.ask(path + "PDF", Role.AGENT).statusCode()).isEqualTo(200);
  }

  @Test
  void theFeedCarriesThem() {
    scenes.terms("/rules");
    var events = scenes.readSide.get("/v1/events?after=0&limit=100", Role.AUDITOR).at("/items");
    var types = names(events, "/type");

    assertThat(types).contains("terms.rule-notified.1", "terms.rule-ended.1");
    var rule = events.get(types.indexOf("terms.rule-notified.1"));
    assertThat(rule.at("/subject").asString()).isEqualTo("mysecure");
    assertThat(rule.at("/effectivetime").asString()).isEqualTo("2023-06-25T00:00:00+09:00");
    assertThat(rule.at("/data/content/text").asString()).isEqualTo("<b>本文</b>");
  }

  @Test
  void theAuditorsReplayFoldsTheTermsWithThem() {
    scenes.rules(scenes.id, FIRST, null);
    var replay =
        scenes.readSide.get("/v1/audit/subscriptions/" + scenes.id + "/replay", Role.AUDITOR);

    assertThat(replay.at("/differences")).isEmpty();
  }
}
