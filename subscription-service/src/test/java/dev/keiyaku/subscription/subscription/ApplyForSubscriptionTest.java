package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.contract.subscription.Product.MYSECURE;
import static dev.keiyaku.contract.subscription.Product.MYSECURE_1LICENSE_TYPE2;
import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.OFFICE;
import static dev.keiyaku.subscription.subscription.Lifetime.SUBSCRIBER;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.sealed;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static dev.keiyaku.subscription.subscription.TestTerms.NEW;
import static dev.keiyaku.subscription.subscription.TestTerms.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ApplyForSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Display;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplyForSubscriptionTest {

  private static final List<Integer> SIX = List.of(1, 2, 3, 4, 5, 6);
  private static final Channel THROUGH_A = new Channel(Channel.Kind.PARTNER_ISP, "ISP-A");

  private final Lifetime life = new Lifetime("2023-06-20T10:00");

  @Test
  void anEligibleApplicationIsItsFactsInOrderAndAClaim() {
    var at = time("2023-06-20T10:00");

    life.when(apply(MYSECURE_1LICENSE_TYPE2, 1, null, "late", six(OLD)))
        .then(
            new SubscriptionApplied(
                ID,
                SUBSCRIBER,
                MYSECURE_1LICENSE_TYPE2,
                OFFICE,
                null,
                "請求",
                contract(1),
                TestTerms.reference(OLD),
                TestTerms.clause(OLD, "art5/def3"),
                at,
                reason("late")),
            new TermsDisplayed(
                ID,
                "d-0",
                "a-0",
                TestTerms.reference(OLD),
                sealed("subscription.terms-accepted/display/" + ID, "shown"),
                time("2023-06-20T09:58"),
                reason("late")),
            new TermsAccepted(
                ID,
                "a-0",
                TestTerms.reference(OLD),
                TestTerms.items(OLD),
                AcceptanceBasis.EXPLICIT,
                new TermsAccepted.Display(
                    TestTerms.hash(OLD),
                    time("2023-06-20T09:58"),
                    sealed("subscription.terms-accepted/display/" + ID, "shown")),
                at,
                reason("late")));
    assertThat(life.claims())
        .containsExactly(new Claim(SUBSCRIBER + "|MYSECURE_1LICENSE_TYPE2", ID, at, null));
    var answer = life.answered(SubscriptionOutcome.Applied.class);
    assertThat(answer.version()).isEqualTo(2);
    assertThat(answer.status()).isEqualTo(Status.APPLIED);
    assertThat(answer.eligibility())
        .isEqualTo(
            new Clause(
                "mysecure", OLD, "art5/def3", "第5条 3", TestTerms.OLD_WORDS, OLD + "#art5/def3"));
  }

  @Test
  void plan2IsRefusedByTheWordsOfTheOldVersion() {
    var refusal =
        life.when(apply(MYSECURE_1LICENSE_TYPE2, 2, six(OLD))).refused(ProblemCode.NOT_ELIGIBLE);

    assertThat(refusal.article()).isEqualTo("第5条 3");
    assertThat(refusal.arguments()).containsExactly(OLD, TestTerms.OLD_WORDS);
  }

  @Test
  void plan2IsAdmittedFromMidnightInJapan() {
    life.at("2023-07-01T00:00")
        .when(apply(MYSECURE_1LICENSE_TYPE2, 2, six(NEW)))
        .answered(SubscriptionOutcome.Applied.class);
  }

  @Test
  void theNewVersionIsNotInForceASecondBeforeMidnight() {
    var refusal =
        life.at("2023-07-02T00:00")
            .when(apply(MYSECURE, 1, "2023-06-30T23:59", "late", six(NEW)))
            .refused(ProblemCode.TERMS_VERSION_NOT_IN_FORCE);

    assertThat(refusal.arguments()).containsExactly(NEW, OLD);
  }

  @Test
  void theOldVersionIsNoLongerInForceFromMidnight() {
    life.at("2023-07-01T00:00")
        .when(apply(MYSECURE, 1, six(OLD)))
        .refused(ProblemCode.TERMS_VERSION_NOT_IN_FORCE);
  }

  @Test
  void aVersionThatNobodyPublishedIsUnknown() {
    life.at("2023-07-01T00:00")
        .when(apply(MYSECURE, 1, acceptance("2024", TestTerms.hash(NEW), SIX)))
        .refused(ProblemCode.TERMS_VERSION_UNKNOWN);
  }

  @Test
  void anotherTextWasDisplayed() {
    life.when(apply(MYSECURE, 1, acceptance(OLD, TestTerms.hash(NEW), SIX)))
        .refused(ProblemCode.DISPLAYED_HASH_MISMATCH);
  }

  @Test
  void item5IsMissing() {
    var refusal =
        life.when(apply(MYSECURE, 1, items(List.of(1, 2, 3, 4, 6))))
            .refused(ProblemCode.ACCEPTANCE_ITEM_MISSING);

    assertThat(refusal.members()).containsEntry("missingItems", List.of(5));
    assertThat(refusal.article()).isEqualTo("第7条 1");
  }

  @Test
  void thereIsNoSeventhItem() {
    life.when(apply(MYSECURE, 1, items(List.of(1, 2, 3, 4, 5, 6, 7))))
        .refused(ProblemCode.INVALID_FIELD);
  }

  @Test
  void theOtherProductHasNoLimit() {
    var answer =
        life.when(apply(MYSECURE, null, six(OLD))).answered(SubscriptionOutcome.Applied.class);

    assertThat(answer.eligibility()).isNull();
  }

  @Test
  void withoutANetworkContractNobodyIsEligibleForTheLimitedProduct() {
    life.when(apply(MYSECURE_1LICENSE_TYPE2, null, six(OLD))).refused(ProblemCode.NOT_ELIGIBLE);
  }

  @Test
  void whatNobodyRecordedTheDisplayOfIsUnproven() {
    var unproven = new Acceptance("a-0", "mysecure", OLD, TestTerms.hash(OLD), SIX, null);
    var at = time("2023-06-20T10:00");

    life.when(
            new ApplyForSubscription(
                ID, SUBSCRIBER, MYSECURE, OFFICE, null, null, null, null, unproven, null))
        .then(
            Lifetime.applied(MYSECURE, OFFICE, null, OLD, at),
            new TermsAccepted(
                ID,
                "a-0",
                TestTerms.reference(OLD),
                TestTerms.items(OLD),
                AcceptanceBasis.IMPORTED_UNPROVEN,
                null,
                at,
                null));
  }

  @Test
  void nobodySawATextAfterAcceptingIt() {
    var late = new Display("d-0", time("2023-06-20T10:01"), null);
    life.when(
            apply(
                MYSECURE,
                1,
                new Acceptance("a-0", "mysecure", OLD, TestTerms.hash(OLD), SIX, late)))
        .refused(ProblemCode.INVALID_FIELD);
  }

  @Test
  void aLateEntryNeedsAReason() {
    life.when(apply(MYSECURE, 1, "2023-06-19T10:00", null, six(OLD)))
        .refused(ProblemCode.REASON_REQUIRED);
  }

  @Test
  void aLateEntryHasABound() {
    life.at("2023-08-20T10:00")
        .when(apply(MYSECURE, 1, "2023-06-19T09:59", "late", six(OLD)))
        .refused(ProblemCode.BACKDATED_TOO_FAR);
  }

  @Test
  void nobodyAppliesInTheFuture() {
    life.when(apply(MYSECURE, 1, "2023-06-20T10:01", "early", six(OLD)))
        .refused(ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void whoAppliesThroughAnIspBelongsToIt() {
    var answer =
        life.by("ISP-A").when(through(THROUGH_A, null)).answered(SubscriptionOutcome.Applied.class);

    assertThat(answer.belongsToIsp()).isEqualTo("ISP-A");
  }

  @Test
  void anotherIspsClientDoesNotApplyThroughIt() {
    life.by("ISP-B").when(through(THROUGH_A, "ISP-B")).refused(ProblemCode.OTHER_ISP);
  }

  @Test
  void aBoundClientDoesNotApplyForAnothersSubscriber() {
    life.by("ISP-A").when(through(THROUGH_A, "ISP-B")).refused(ProblemCode.OTHER_ISP);
  }

  @Test
  void aBoundClientIsNotTheOwnOffice() {
    life.by("ISP-A").when(through(OFFICE, "ISP-A")).refused(ProblemCode.OTHER_ISP);
  }

  @Test
  void theOperatorsOwnClientMayNameAnotherIsp() {
    var answer = life.when(through(THROUGH_A, "ISP-B")).answered(SubscriptionOutcome.Applied.class);

    assertThat(answer.belongsToIsp()).isEqualTo("ISP-B");
  }

  private static ApplyForSubscription through(Channel channel, @Nullable String belongsToIsp) {
    return new ApplyForSubscription(
        ID, SUBSCRIBER, MYSECURE, channel, belongsToIsp, null, null, null, six(OLD), null);
  }

  private static ApplyForSubscription apply(
      Product product, @Nullable Integer plan, Acceptance acceptance) {
    return apply(product, plan, null, null, acceptance);
  }

  private static ApplyForSubscription apply(
      Product product,
      @Nullable Integer plan,
      @Nullable String at,
      @Nullable String reason,
      Acceptance acceptance) {
    return new ApplyForSubscription(
        ID,
        SUBSCRIBER,
        product,
        OFFICE,
        null,
        "請求",
        plan == null ? null : contract(plan),
        at == null ? null : time(at),
        acceptance,
        reason == null ? null : new FreeText(reason));
  }

  private static NetworkContract contract(int plan) {
    return new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, plan);
  }

  private static Acceptance six(String version) {
    return acceptance(version, TestTerms.hash(version), SIX);
  }

  private static Acceptance items(List<Integer> items) {
    return acceptance(OLD, TestTerms.hash(OLD), items);
  }

  private static Acceptance acceptance(String version, String hash, List<Integer> items) {
    var shown = new Display("d-0", time("2023-06-20T09:58"), new FreeText("shown"));
    return new Acceptance("a-0", "mysecure", version, hash, items, shown);
  }
}
