package dev.keiyaku.subscription.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.RuleIssuer;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Violation;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.rule.RuleCommand.EndRule;
import dev.keiyaku.subscription.terms.rule.RuleCommand.NotifyRule;
import dev.keiyaku.subscription.terms.rule.RuleOutcome;
import dev.keiyaku.subscription.terms.rule.RuleOutcome.Warning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Recording a notified rule (諸規程, 第2条4), and ending it; it is 2023-06-29, 09:00 in Japan. */
class NotifyRuleTest {

  private static final Instant NOW = Instant.parse("2023-06-29T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2023, 7, 1);

  /** 00:00 of {@link #DAY} in Japan. */
  private static final Instant MIDNIGHT = Instant.parse("2023-06-30T15:00:00Z");

  private static final RuleIssuer OPERATOR = new RuleIssuer(RuleIssuer.Kind.OPERATOR, null);

  /** Of {@link #content}; written down in docs/rules.md. */
  private static final String HASH =
      "e3bab6aefa2771b38b80546f6d5cf0f729f88ad89ac540933dcd54886cbc5119";

  @Test
  void aRuleIsRecordedWithTheHashOfWhatItIs() {
    fixture()
        .when(notify("a", DAY, NOW, null, null))
        .expectEvents(notified("a", DAY, NOW, null, null))
        .expectResultMessagePayload(
            new RuleOutcome.Notified("mysecure", "a", 2, HASH, DAY, MIDNIGHT, MIDNIGHT, List.of()));
  }

  @Test
  void aRuleNoticedWhenItsDayHadBegunIsPartOfTheTermsOnlyFromItsNotice() {
    var today = LocalDate.of(2023, 6, 29);
    var published = NOW.minusSeconds(60);
    fixture()
        .when(notify("a", today, published, null, "entered on the day"))
        .expectResultMessagePayloadMatching(
            matches((RuleOutcome.Notified done) ->
                done.warnings().equals(List.of(Warning.NOTICE_TOO_LATE))
                    && done.partFrom().equals(published)));
  }

  @Test
  void aNoticeThatIsNotOutYetIsNotRecorded() {
    refused(
        fixture().when(notify("a", DAY, NOW.plusMillis(1), null, null)),
        ProblemCode.EFFECTIVE_IN_FUTURE,
        "notice.firstPublishedAt");
  }

  @Test
  void aRuleThatIsRecordedLateSaysWhy() {
    var today = LocalDate.of(2023, 6, 29);
    refused(
        fixture().when(notify("a", today, NOW, null, null)), ProblemCode.REASON_REQUIRED, "reason");
    fixture()
        .when(notify("a", today, NOW, null, "late"))
        .expectEvents(notified("a", today, NOW, null, "late"));
  }

  @Test
  void aNameIsUsedOnce() {
    var first = notified("a", DAY, NOW, null, null);
    refused(fixture(first).when(notify("a", DAY, NOW, null, null)), ProblemCode.RULE_EXISTS, null);
    refused(
        fixture(first, ended("a", DAY)).when(notify("a", DAY, NOW, null, null)),
        ProblemCode.RULE_EXISTS,
        null);
  }

  @Test
  void theHashOfTheSenderIsHeldAgainstOurs() {
    fixture().when(hashed(HASH)).expectEvents(notified("a", DAY, NOW, null, null));
    refused(fixture().when(hashed("00")), ProblemCode.RULE_INVALID, "contentSha256");
  }

  @Test
  void onlyAVendorWhomAVersionNamesNotifiesRules() {
    fixture()
        .when(by("ウェブルート株式会社"))
        .expectResultMessagePayloadMatching(
            matches((RuleOutcome.Notified done) -> done.version() == 2));
    refused(fixture().when(by("ウェブルート")), ProblemCode.RULE_INVALID, "issuer.name");
  }

  @Test
  void aRuleSupersedesOneThatStillAppliesThen() {
    var before = notified("a", DAY, NOW, null, null);
    var next = DAY.plusMonths(1);
    fixture(before)
        .when(notify("b", next, NOW, "a", null))
        .expectEvents(notified("b", next, NOW, "a", null));
    refused(
        fixture(before).when(notify("b", next, NOW, "c", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before, notified("b", next, NOW, "a", null))
            .when(notify("c", next, NOW, "a", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before, ended("a", next)).when(notify("b", next, NOW, "a", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before).when(notify("b", DAY.minusDays(1), NOW, "a", null)),
        ProblemCode.RULE_INVALID,
        "effectiveFrom");
  }

  @Test
  void aRuleEndsOnceAndNotBeforeItsFirstDay() {
    var rule = notified("a", DAY, NOW, null, null);
    fixture(rule)
        .when(new EndRule("mysecure", "a", DAY, "a mistake"))
        .expectEvents(ended("a", DAY))
        .expectResultMessagePayload(new RuleOutcome.Ended("mysecure", "a", 3, DAY, MIDNIGHT));
    refused(
        fixture(rule).when(new EndRule("mysecure", "a", DAY.minusDays(1), "early")),
        ProblemCode.RULE_INVALID,
        "endsOn");
    refused(
        fixture(rule, ended("a", DAY)).when(new EndRule("mysecure", "a", DAY, "again")),
        ProblemCode.RULE_ENDED,
        null);
    refused(
        fixture(rule).when(new EndRule("mysecure", "b", DAY, "unknown")),
        ProblemCode.NOT_FOUND,
        null);
  }

  private static TestExecutor<TermsDocument> fixture(Object... rules) {
    var fixture = new AggregateTestFixture<>(TermsDocument.class);
    fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    return fixture.given(published(RealTerms.OLD), published(RealTerms.NEW)).andGiven(rules);
  }

  private static void refused(
      ResultValidator<TermsDocument> result, ProblemCode code, @Nullable String path) {
    result
        .expectNoEvents()
        .expectException(
            matches((Throwable thrown) -> {
              var problem = (Problem) thrown;
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.violations())
                  .extracting(Violation::path)
                  .isEqualTo(path == null ? List.of() : List.of(path));
              return true;
            }));
  }

  private static RuleContent content(RuleIssuer issuer) {
    return new RuleContent("運用細則", issuer, "第1条\n本文", null);
  }

  private static NotifyRule notify(
      String rule,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return command(rule, OPERATOR, null, from, published, supersedes, reason);
  }

  private static NotifyRule hashed(String hash) {
    return command("a", OPERATOR, hash, DAY, NOW, null, null);
  }

  private static NotifyRule by(String vendor) {
    var issuer = new RuleIssuer(RuleIssuer.Kind.VENDOR, vendor);
    return command("a", issuer, null, DAY, NOW, null, null);
  }

  private static NotifyRule command(
      String rule,
      RuleIssuer issuer,
      @Nullable String hash,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return new NotifyRule(
        "mysecure", rule, content(issuer), hash, null, from, notice(published), supersedes, reason);
  }

  private static TermsRuleNotified.Notice notice(Instant published) {
    return new TermsRuleNotified.Notice(
        "https://example.jp/", published, List.of(NoticeChannel.WEB));
  }

  private static TermsRuleNotified notified(
      String rule,
      LocalDate from,
      Instant published,
      @Nullable String supersedes,
      @Nullable String reason) {
    return new TermsRuleNotified(
        "mysecure",
        rule,
        content(OPERATOR),
        HASH,
        null,
        from,
        notice(published),
        supersedes,
        reason);
  }

  private static TermsRuleEnded ended(String rule, LocalDate on) {
    return new TermsRuleEnded("mysecure", rule, on, "a mistake");
  }

  private static TermsVersionPublished published(String version) {
    PublishTermsVersion command = RealTerms.publish(version);
    return new TermsVersionPublished(
        command.document(),
        command.version(),
        command.effectiveFrom(),
        command.amendedOn(),
        command.amendmentReference(),
        command.basis(),
        command.content(),
        ContentHash.of(command.content()),
        ContentHash.ofNodes(command.content()),
        command.reason());
  }
}
