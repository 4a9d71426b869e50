package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static dev.keiyaku.subscription.subscription.TestTerms.NEW;
import static dev.keiyaku.subscription.subscription.TestTerms.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.AcceptTerms;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Display;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptTermsTest {

  private static final List<Integer> SIX = List.of(1, 2, 3, 4, 5, 6);

  private final Lifetime applied = new Lifetime("2023-06-20T10:00").applied();

  @Test
  void theNewVersionIsAcceptedFromItsFirstDay() {
    applied
        .at("2023-07-01T00:00")
        .when(accept(NEW, TestTerms.hash(NEW), SIX))
        .then(
            new TermsDisplayed(
                ID,
                "d-1",
                "a-1",
                TestTerms.reference(NEW),
                null,
                time("2023-06-20T10:00"),
                reason("renewed")),
            new TermsAccepted(
                ID,
                "a-1",
                TestTerms.reference(NEW),
                TestTerms.items(NEW),
                AcceptanceBasis.EXPLICIT,
                new TermsAccepted.Display(TestTerms.hash(NEW), time("2023-06-20T10:00"), null),
                time("2023-07-01T00:00"),
                reason("renewed")));
  }

  @Test
  void aVersionToComeIsNotAcceptedYet() {
    applied
        .at("2023-06-30T23:59")
        .when(accept(NEW, TestTerms.hash(NEW), SIX))
        .refused(ProblemCode.TERMS_VERSION_NOT_IN_FORCE);
  }

  @Test
  void anotherTextWasDisplayed() {
    applied
        .at("2023-07-01T00:00")
        .when(accept(NEW, TestTerms.hash(OLD), SIX))
        .refused(ProblemCode.DISPLAYED_HASH_MISMATCH);
  }

  @Test
  void allSixItemsAreAccepted() {
    applied
        .at("2023-07-01T00:00")
        .when(accept(NEW, TestTerms.hash(NEW), List.of(1, 2, 5, 6)))
        .refused(ProblemCode.ACCEPTANCE_ITEM_MISSING);
  }

  @Test
  void nobodyAcceptsAfterTheEnd() {
    applied
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-06-25T10:00")
        .at("2023-07-01T00:00")
        .when(accept(NEW, TestTerms.hash(NEW), SIX))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void whatNobodyRecordedTheDisplayOfIsUnprovenAndNothingElse() {
    var unproven = new Acceptance("a-1", "mysecure", NEW, TestTerms.hash(NEW), SIX, null);
    applied
        .at("2023-07-01T00:00")
        .when(new AcceptTerms(ID, unproven, null, new FreeText("imported")))
        .then(
            new TermsAccepted(
                ID,
                "a-1",
                TestTerms.reference(NEW),
                TestTerms.items(NEW),
                AcceptanceBasis.IMPORTED_UNPROVEN,
                null,
                time("2023-07-01T00:00"),
                reason("imported")));
    assertThat(applied.answered(SubscriptionOutcome.Accepted.class).basis())
        .isEqualTo(AcceptanceBasis.IMPORTED_UNPROVEN);
  }

  @Test
  void nobodySawATextAfterAcceptingIt() {
    var late = new Display("d-1", time("2023-07-01T00:01"), null);
    var act = new Acceptance("a-1", "mysecure", NEW, TestTerms.hash(NEW), SIX, late);
    applied
        .at("2023-07-01T00:00")
        .when(new AcceptTerms(ID, act, null, null))
        .refused(ProblemCode.INVALID_FIELD);
  }

  private static AcceptTerms accept(String version, String hash, List<Integer> items) {
    var shown = new Display("d-1", time("2023-06-20T10:00"), null);
    return new AcceptTerms(
        ID,
        new Acceptance("a-1", "mysecure", version, hash, items, shown),
        null,
        new FreeText("renewed"));
  }
}
