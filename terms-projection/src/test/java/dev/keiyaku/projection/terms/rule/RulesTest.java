package dev.keiyaku.projection.terms.rule;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.japan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Rules of the operator and of both vendors, over HTTP from a real PostgreSQL; the clock stands at
 * 2023-08-01. The new version was noticed in time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {

  private static final String LAST = "2023-06-30T23:59:59.999+09:00";
  private static final String FIRST = "2023-07-01T00:00:00+09:00";
  private static final RuleIssuer OPERATOR = new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);

  private ReadSide readSide;
  private String id;
  private String left;

  @BeforeAll
  void rulesOfThree() {
    readSide = ReadSide.start();
    var recorder = readSide.recorder();
    recorder.record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    recorder.record(japan("2023-06-16T10:00"), Scenes.newTerms());
    recorder.record(
        japan("2023-06-16T11:00"), Scenes.notice(Scenes.NEW, japan("2023-06-16T00:00")));
    var told = japan("2023-06-20T09:00");
    recorder.record(japan("2023-06-20T10:00"), rule("ours-1", OPERATOR, "2023-06-25", told, null));
    recorder.record(
        japan("2023-06-20T10:00"), rule("webroot", vendor("ウェブルート"), "2023-06-25", told, null));
    recorder.record(
        japan("2023-06-20T10:00"), rule("opentext", vendor("オープンテキスト"), "2023-07-01", told, null));
    recorder.record(
        japan("2023-06-20T10:00"), rule("ours-2", OPERATOR, "2023-07-01", told, "ours-1"));
    // Notified two hours after its day began, and recorded two days later.
    recorder.record(
        japan("2023-07-12T10:00"),
        rule("late", OPERATOR, "2023-07-10", japan("2023-07-10T02:00"), null));
    recorder.record(
        japan("2023-07-20T10:00"), new TermsRuleEnded("mysecure", "late", day("2023-07-15"), "廃止"));
    id = subscription("C1");
    left = subscription("C2");
    recorder.record(japan("2023-06-28T10:00"), cancelled(left, "c1", japan("2023-06-30T12:00")));
  }

  private String subscription(String subscriber) {
    var recorder = readSide.recorder();
    var subscription = Uuid7.text();
    var at = japan("2023-06-22T09:00");
    recorder.record(at, applied(subscription, subscriber, "ISP-A", at));
    recorder.record(at, accepted(subscription, "a-" + subscriber, Scenes.OLD, at));
    recorder.record(at, activated(subscription, at));
    return subscription;
  }

  @AfterAll
  void stop() {
    readSide.close();
  }

  private static RuleIssuer vendor(String name) {
    return new RuleIssuer(RuleIssuer.Kind.VENDOR, name);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  private static TermsRuleNotified rule(
      String name, RuleIssuer issuer, String from, Instant told, @Nullable String supersedes) {
    return new TermsRuleNotified(
        "mysecure",
        name,
        new RuleContent("細則 " + name, issuer, "<b>本文</b>", null),
        "sha-of-" + name,
        null,
        day(from),
        new TermsRuleNotified.Notice(
            "https://example.jp/" + name, told, List.of(NoticeChannel.WEB)),
        supersedes,
        null);
  }

  private JsonNode terms(String path, String... times) {
    return readSide.get(
        "/v1/terms/mysecure"
            + path
            + (path.contains("?") ? "&" : "?")
            + "minVersion=8"
            + query(times),
        Role.OPERATIONS);
  }

  private JsonNode rules(String subscription, String asOf, @Nullable String knownAt) {
    terms("/rules");
    var times = query("asOf", asOf) + (knownAt == null ? "" : query("knownAt", knownAt));
    return readSide
        .get("/v1/subscriptions/" + subscription + "/consents?minVersion=2" + times, Role.AUDITOR)
        .at("/binding/rules");
  }

  private static String query(String... times) {
    var query = new StringBuilder();
    for (int i = 0; i < times.length; i += 2) {
      query.append("&" + times[i] + "=" + URLEncoder.encode(times[i + 1], StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  private static List<String> names(JsonNode rules, String path) {
    return StreamSupport.stream(rules.spliterator(), false)
        .map(rule -> rule.at(path).asString())
        .toList();
  }

  private List<String> binding(String subscription, String asOf) {
    return names(rules(subscription, asOf, null).at("/binding"), "/rule");
  }

  @Test
  void theRulesInForceChangeAtMidnightInJapan() {
    assertThat(names(terms("/in-force", "at", LAST).at("/rules"), "/rule"))
        .containsExactly("ours-1", "webroot");
    assertThat(names(terms("/in-force", "at", FIRST).at("/rules"), "/rule"))
        .containsExactly("opentext", "ours-2");
  }

  @Test
  void aVersionListsTheRulesThatArePartOfItThen() {
    var old = terms("/versions/" + Scenes.OLD, "asOf", FIRST);
    assertThat(names(old.at("/rules"), "/rule")).containsExactly("webroot", "ours-2");
    assertThat(terms("/versions").at("/items/0/rules").isMissingNode()).isTrue();
  }

  @Test
  void everyRuleIsListedWithWhereItStands() {
    var rules = terms("/rules", "at", FIRST);

    assertThat(names(rules.at("/items"), "/rule"))
        .containsExactly("ours-1", "webroot", "opentext", "ours-2", "late");
    assertThat(names(rules.at("/items"), "/standing"))
        .containsExactly("SUPERSEDED", "IN_FORCE", "IN_FORCE", "IN_FORCE", "AHEAD");
    assertThat(rules.at("/items/0/text").isMissingNode()).isTrue();
  }

  @Test
  void oneRuleSaysItsWordsItsHashItsNoticeAndWhoRecordedIt() {
    var rule = terms("/rules/late", "at", "2023-07-10T01:00:00+09:00");

    assertThat(rule.at("/standing").asString()).isEqualTo("NOT_YET_NOTIFIED");
    assertThat(rule.at("/text").asString()).isEqualTo("<b>本文</b>");
    assertThat(rule.at("/contentSha256").asString()).isEqualTo("sha-of-late");
    assertThat(rule.at("/effectiveAt").asString()).isEqualTo("2023-07-10T00:00:00+09:00");
    assertThat(rule.at("/partFrom").asString()).isEqualTo("2023-07-10T02:00:00+09:00");
    assertThat(rule.at("/partUntil").asString()).isEqualTo("2023-07-15T00:00:00+09:00");
    assertThat(rule.at("/notice/inTime").asBoolean()).isFalse();
    assertThat(rule.at("/end/reason").asString()).isEqualTo("廃止");
    assertThat(rule.at("/recorded/at").asString()).isEqualTo("2023-07-12T10:00:00+09:00");
    assertThat(terms("/rules/ours-1").at("/supersededBy").asString()).isEqualTo("ours-2");
    assertThat(readSide.ask("/v1/terms/mysecure/rules/none", Role.AGENT).statusCode())
        .isEqualTo(404);
    assertThat(readSide.ask("/v1/terms/none/rules", Role.AGENT).statusCode()).isEqualTo(404);
    assertThat(readSide.ask("/v1/terms/mysecure/rules?asOf=x", Role.AGENT).statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatBindsASubscriberIncludesItsRulesFromTheirDay() {
    assertThat(binding(id, LAST)).containsExactly("ours-1", "webroot");
    assertThat(binding(id, FIRST)).containsExactly("opentext", "ours-2");
    var rule = rules(id, FIRST, null).at("/binding/0");
    assertThat(rule.at("/contentSha256").asString()).isEqualTo("sha-of-opentext");
    assertThat(rule.at("/partFrom").asString()).isEqualTo(FIRST);
    assertThat(rule.at("/notice/place").asString()).isEqualTo("https://example.jp/opentext");
  }

  @Test
  void theRulesOfAVendorWhomTheVersionDoesNotNameDoNotBind() {
    var not = rules(id, FIRST, null).at("/notBinding");

    assertThat(names(not, "/rule/rule")).containsExactly("webroot");
    assertThat(not.at("/0/because").asString()).isEqualTo("ISSUER_NOT_NAMED");
    assertThat(not.at("/0/reason/ja").asString()).contains("第2条4");
  }

  @Test
  void aRuleBindsOnlyFromItsNoticeAndUntilItsEnd() {
    assertThat(binding(id, "2023-07-10T01:59:59.999+09:00")).doesNotContain("late");
    assertThat(names(rules(id, "2023-07-10T00:00:00+09:00", null).at("/notBinding"), "/because"))
        .containsExactly("ISSUER_NOT_NAMED", "NOT_YET_NOTIFIED");
    assertThat(binding(id, "2023-07-10T02:00:00+09:00")).contains("late");
    assertThat(binding(id, "2023-07-14T23:59:59.999+09:00")).contains("late");
    assertThat(binding(id, "2023-07-15T00:00:00+09:00")).doesNotContain("late");
  }

  @Test
  void whatWasRecordedLateWasNotKnownBefore() {
    var noon = "2023-07-16T12:00:00+09:00";
    assertThat(names(rules(id, noon, "2023-07-12T09:59:59.999+09:00").at("/binding"), "/rule"))
        .containsExactly("opentext", "ours-2");
    assertThat(names(rules(id, noon, "2023-07-12T10:00:00+09:00").at("/binding"), "/rule"))
        .containsExactly("opentext", "ours-2", "late");
    assertThat(binding(id, noon)).containsExactly("opentext", "ours-2");
    assertThat(terms("/rules", "knownAt", "2023-06-19T10:00:00+09:00").at("/items")).isEmpty();
  }

  @Test
  void whoeverLeftWasBoundByTheRulesOfTheEnd() {
    assertThat(binding(left, "2023-07-20T00:00:00+09:00")).containsExactly("ours-1", "webroot");
    assertThat(binding(left, "2023-06-20T12:00:00+09:00")).isEmpty();
  }

  @Test
  void theComparisonShowsTheRulesInWhichTheDaysDiffer() {
    var compared = "/comparison?from=" + Scenes.OLD + "&to=" + Scenes.NEW;
    var facts = terms(compared).at("/facts/rules");

    assertThat(names(facts, "/change")).containsExactly("INSERTED", "CHANGED", "DELETED");
    assertThat(names(facts, "/to/rule")).containsExactly("opentext", "ours-2", "");
    assertThat(names(facts, "/from/rule")).containsExactly("", "ours-1", "webroot");
    var back = terms("/comparison?from=" + Scenes.NEW + "&to=" + Scenes.OLD).at("/facts/rules");
    assertThat(names(back, "/change")).containsExactly("CHANGED", "INSERTED", "DELETED");
    var known = terms(compared, "knownAt", "2023-06-19T10:00:00+09:00");
    assertThat(known.at("/facts/rules")).isEmpty();
  }

  @Test
  void theComparisonPrintsThem() {
    terms("/rules");
    var path =
        "/v1/terms/mysecure/comparison?from=" + Scenes.OLD + "&to=" + Scenes.NEW + "&format=";

    for (var form : List.of("HTML", "MARKDOWN")) {
      assertThat(readSide.ask(path + form, Role.AGENT).body())
          .contains("通知された諸規程")
          .contains("細則 ours")
          .contains("（オープンテキスト、2023年7月1日～、opentext）")
          .contains("（当社、2023年6月25日～、ours");
    }
    assertThat(readSide.ask(path + "PDF", Role.AGENT).statusCode()).isEqualTo(200);
  }

  @Test
  void theFeedCarriesThem() {
    terms("/rules");
    var events = readSide.get("/v1/events?after=0&limit=100", Role.AUDITOR).at("/items");
    var types = names(events, "/type");

    assertThat(types).contains("terms.rule-notified.1", "terms.rule-ended.1");
    var rule = events.get(types.indexOf("terms.rule-notified.1"));
    assertThat(rule.at("/subject").asString()).isEqualTo("mysecure");
    assertThat(rule.at("/effectivetime").asString()).isEqualTo("2023-06-25T00:00:00+09:00");
    assertThat(rule.at("/data/content/text").asString()).isEqualTo("<b>本文</b>");
  }

  @Test
  void theAuditorsReplayFoldsTheTermsWithThem() {
    rules(id, FIRST, null);
    var replay = readSide.get("/v1/audit/subscriptions/" + id + "/replay", Role.AUDITOR);

    assertThat(replay.at("/differences")).isEmpty();
  }
}
