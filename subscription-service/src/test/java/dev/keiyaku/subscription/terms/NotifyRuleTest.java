package dev.keiyaku.subscription.terms;

import static dev.keiyaku.subscription.terms.RuleGiven.DAY;
import static dev.keiyaku.subscription.terms.RuleGiven.HASH;
import static dev.keiyaku.subscription.terms.RuleGiven.MIDNIGHT;
import static dev.keiyaku.subscription.terms.RuleGiven.NOW;
import static dev.keiyaku.subscription.terms.RuleGiven.by;
import static dev.keiyaku.subscription.terms.RuleGiven.ended;
import static dev.keiyaku.subscription.terms.RuleGiven.hashed;
import static dev.keiyaku.subscription.terms.RuleGiven.notification;
import static dev.keiyaku.subscription.terms.RuleGiven.notified;
import static dev.keiyaku.subscription.terms.RuleGiven.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.Violation;
import dev.keiyaku.subscription.terms.rule.RuleCommand.EndRule;
import dev.keiyaku.subscription.terms.rule.RuleOutcome;
import dev.keiyaku.subscription.terms.rule.RuleOutcome.Warning;
import java.time.Clock;
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

  @Test
  void aRuleIsRecordedWithTheHashOfWhatItIs() {
    fixture()
        .when(notification("a", DAY, NOW, null, null))
        .expectEvents(notified("a", DAY, NOW, null, null))
        .expectResultMessagePayload(
            new RuleOutcome.Notified("mysecure", "a", 2, HASH, DAY, MIDNIGHT, MIDNIGHT, List.of()));
  }

  @Test
  void aRuleNoticedWhenItsDayHadBegunIsPartOfTheTermsOnlyFromItsNotice() {
    var today = LocalDate.of(2023, 6, 29);
    var published = NOW.minusSeconds(60);
    fixture()
        .when(notification("a", today, published, null, "entered on the day"))
        .expectResultMessagePayloadMatching(
            matches((RuleOutcome.Notified done) ->
                done.warnings().equals(List.of(Warning.NOTICE_TOO_LATE))
                    && done.partFrom().equals(published)));
  }

  @Test
  void aNoticeThatIsNotOutYetIsNotRecorded() {
    refused(
        fixture().when(notification("a", DAY, NOW.plusMillis(1), null, null)),
        ProblemCode.EFFECTIVE_IN_FUTURE,
        "notice.firstPublishedAt");
  }

  @Test
  void aRuleThatIsRecordedLateSaysWhy() {
    var today = LocalDate.of(2023, 6, 29);
    refused(
        fixture().when(notification("a", today, NOW, null, null)),
        ProblemCode.REASON_REQUIRED,
        "reason");
    fixture()
        .when(notification("a", today, NOW, null, "late"))
        .expectEvents(notified("a", today, NOW, null, "late"));
  }

  @Test
  void aNameIsUsedOnce() {
    var first = notified("a", DAY, NOW, null, null);
    refused(
        fixture(first).when(notification("a", DAY, NOW, null, null)),
        ProblemCode.RULE_EXISTS,
        null);
    refused(
        fixture(first, ended("a", DAY)).when(notification("a", DAY, NOW, null, null)),
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
        .when(notification("b", next, NOW, "a", null))
        .expectEvents(notified("b", next, NOW, "a", null));
    refused(
        fixture(before).when(notification("b", next, NOW, "c", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before, notified("b", next, NOW, "a", null))
            .when(notification("c", next, NOW, "a", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before, ended("a", next)).when(notification("b", next, NOW, "a", null)),
        ProblemCode.RULE_INVALID,
        "supersedes");
    refused(
        fixture(before).when(notification("b", DAY.minusDays(1), NOW, "a", null)),
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
}
