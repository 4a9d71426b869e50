package dev.keiyaku.projection.terms.rule;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.cancelled;
import static dev.keiyaku.projection.Scenes.japan;

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
import tools.jackson.databind.JsonNode;

/**
 * Rules of the operator and of both vendors, recorded in a real PostgreSQL and asked over HTTP; the
 * clock stands at 2023-08-01. The new version was noticed in time.
 */
final class RuleScenes implements AutoCloseable {

  private static final RuleIssuer OPERATOR = new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);

  final ReadSide readSide = ReadSide.start();

  /** A subscription that goes on. */
  final String id;

  /** One that ended on 2023-06-30 at noon. */
  final String left;

  RuleScenes() {
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

  @Override
  public void close() {
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
            "https://example.jp/" + name,
            told,
            List.of(NoticeChannel.WEB),
            "sha-of-notice",
            "Y2Fw"),
        supersedes,
        null);
  }

  /** What is said of the terms, once every rule is in the rows. */
  JsonNode terms(String path, String... times) {
    return readSide.get(
        "/v1/terms/mysecure"
            + path
            + (path.contains("?") ? "&" : "?")
            + "minVersion=8"
            + query(times),
        Role.OPERATIONS);
  }

  /** {@code binding.rules} of a subscription. */
  JsonNode rules(String subscription, String asOf, @Nullable String knownAt) {
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

  static List<String> names(JsonNode rules, String path) {
    return StreamSupport.stream(rules.spliterator(), false)
        .map(rule -> rule.at(path).asString())
        .toList();
  }

  List<String> binding(String subscription, String asOf) {
    return names(rules(subscription, asOf, null).at("/binding"), "/rule");
  }
}
