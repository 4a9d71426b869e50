package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.contract.subscription.EntryCorrected.Kind.RETIME;
import static dev.keiyaku.contract.subscription.EntryCorrected.Kind.VOID;
import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.sealed;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static dev.keiyaku.subscription.subscription.TestTerms.NEW;
import static dev.keiyaku.subscription.subscription.TestTerms.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ObjectToAmendment;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawObjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A contract under the old version, and the amendment of July 1. It is June 25 unless told. */
class ObjectToAmendmentTest {

  private final Lifetime applied =
      new Lifetime("2023-06-20T10:00").applied().at("2023-06-25T10:00");

  @Test
  void theSubscribersWordsAreSealedAndNothingOfTheContractChanges() {
    applied
        .when(object(NEW, null))
        .then(
            new AmendmentObjected(
                ID,
                "o-1",
                TestTerms.reference(NEW),
                sealed("subscription.amendment-objected/statement/" + ID, "反対します"),
                time("2023-06-25T10:00"),
                reason("by letter")));
    assertThat(applied.claims()).isEmpty();
    var answer = applied.answered(SubscriptionOutcome.Objected.class);
    assertThat(answer.status()).isEqualTo(Status.APPLIED);
    assertThat(answer.effect().changesBinding()).isFalse();
    assertThat(answer.effect().remedy()).isEqualTo("cancel");
    assertThat(answer.effect().ja()).contains("解約");
  }

  @Test
  void anAmendmentInForceIsObjectedToAsLongAsItIsNotAccepted() {
    applied.at("2023-07-05T10:00").when(object(NEW, null)).then(made("o-1", "2023-07-05T10:00"));
    accepted().when(object(NEW, null)).refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, NEW);
  }

  @Test
  void aLateLetterIsDatedBackBeforeTheAcceptance() {
    accepted().when(object(NEW, "2023-06-30T10:00")).then(made("o-1", "2023-06-30T10:00"));
  }

  @Test
  void theVersionAppliedUnderIsNoAmendment() {
    applied.when(object(OLD, null)).refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, OLD);
    new Lifetime("2023-07-01T00:00")
        .applied()
        .at("2023-07-02T10:00")
        .when(object(NEW, null))
        .refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, NEW);
  }

  @Test
  void anAmendmentThatBeginsAfterTheEndDoesNotConcernTheContract() {
    applied
        .cancelled("c-1", "2023-07-01T00:00")
        .when(object(NEW, null))
        .refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, NEW);
    new Lifetime("2023-06-20T10:00")
        .applied()
        .cancelled("c-1", "2023-07-01T00:01")
        .when(object(NEW, null))
        .answered(SubscriptionOutcome.Objected.class);
  }

  @Test
  void whatIsToComeIsObjectedToUnlessItIsWithdrawnOrEditorial() {
    new Lifetime("2023-06-20T10:00", TestTerms::withOneToCome)
        .applied()
        .when(object(TestTerms.LATER, null))
        .answered(SubscriptionOutcome.Objected.class);
    new Lifetime("2023-06-20T10:00", TestTerms::withOneWithdrawn)
        .applied()
        .when(object(TestTerms.LATER, null))
        .refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, TestTerms.LATER);
    new Lifetime("2023-06-20T10:00", TestTerms::withOneEditorial)
        .applied()
        .when(object(TestTerms.LATER, null))
        .refused(ProblemCode.AMENDMENT_NOT_APPLICABLE, TestTerms.LATER);
  }

  @Test
  void nobodyObjectsToAVersionThatIsUnknownOrOfAnotherDocument() {
    applied.when(object("2030-01-01", null)).refused(ProblemCode.TERMS_VERSION_UNKNOWN);
    var other = new ObjectToAmendment(ID, "o-1", "other", NEW, null, null, null);
    applied.when(other).refused(ProblemCode.INVALID_FIELD);
  }

  @Test
  void anAmendmentIsObjectedToOnceUntilThatIsWithdrawn() {
    var objected = objected();
    objected
        .when(object(NEW, null))
        .refused(ProblemCode.ALREADY_OBJECTED, NEW, "2023-06-25T10:00:00+09:00");

    objected
        .given(new ObjectionWithdrawn(ID, "o-0", time("2023-06-26T10:00"), null))
        .when(object(NEW, null))
        .then(made("o-1", "2023-06-26T10:00"));
  }

  @Test
  void norIsItObjectedToBeforeAnObjectionThatStands() {
    objected()
        .when(object(NEW, "2023-06-24T10:00"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.amendment-objected",
            "2023-06-25T10:00:00+09:00");
  }

  @Test
  void nobodyObjectsAfterTheEnd() {
    applied
        .cancelled("c-1", "2023-07-02T10:00")
        .at("2023-07-02T10:00")
        .when(object(NEW, null))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void anObjectionIsDatedBackWithinTheLifeOnlyAndNeverAhead() {
    applied.when(object(NEW, "2023-06-20T09:59")).refused(ProblemCode.EFFECTIVE_BEFORE_APPLICATION);
    applied.when(object(NEW, "2023-06-25T10:01")).refused(ProblemCode.EFFECTIVE_IN_FUTURE);
    var unexplained =
        new ObjectToAmendment(ID, "o-1", "mysecure", NEW, time("2023-06-24T10:00"), null, null);
    applied.when(unexplained).refused(ProblemCode.REASON_REQUIRED);
    applied
        .at("2023-09-20T10:00")
        .when(object(NEW, "2023-07-02T10:00"))
        .refused(ProblemCode.BACKDATED_TOO_FAR);
  }

  @Test
  void anotherIspsClientSeesNothingToObjectTo() {
    new Lifetime("2023-06-20T10:00")
        .appliedAs(dev.keiyaku.contract.subscription.Product.MYSECURE, "ISP-A")
        .by("ISP-B")
        .when(object(NEW, null))
        .refused(ProblemCode.NOT_FOUND);
  }

  @Test
  void anObjectionIsTakenBack() {
    objected()
        .when(withdraw("o-0", null))
        .then(new ObjectionWithdrawn(ID, "o-0", time("2023-06-26T10:00"), reason("agreed")));
  }

  @Test
  void onceAndNotBeforeItWasMade() {
    var objected = objected();
    objected.when(withdraw("o-9", null)).refused(ProblemCode.OBJECTION_UNKNOWN);
    objected
        .when(withdraw("o-0", "2023-06-25T09:59"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.amendment-objected",
            "2023-06-25T10:00:00+09:00");
    objected.when(withdraw("o-0", "2023-06-26T10:01")).refused(ProblemCode.EFFECTIVE_IN_FUTURE);
    objected
        .given(new ObjectionWithdrawn(ID, "o-0", time("2023-06-26T10:00"), null))
        .when(withdraw("o-0", null))
        .refused(ProblemCode.OBJECTION_NOT_STANDING, "o-0", "2023-06-26T10:00:00+09:00");
  }

  @Test
  void anEndThatCameBeforeAnObjectionIsRefused() {
    objected()
        .when(
            new SubscriptionCommand.CancelSubscription(
                ID, "c-1", time("2023-06-25T09:00"), new FreeText("late")))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.amendment-objected",
            "2023-06-25T10:00:00+09:00");
  }

  @Test
  void aMistakenObjectionIsVoidedAndCanBeMadeAgain() {
    var objected = objected();
    objected
        .when(correct(objected.entry(2), VOID, null))
        .then(
            new EntryCorrected(
                ID, objected.entry(2), VOID, null, time("2023-06-26T10:00"), reason("mistake")));
  }

  @Test
  void whatWasVoidedCanBeMadeAgain() {
    var objected = objected();
    objected
        .voided(objected.entry(2))
        .when(object(NEW, null))
        .answered(SubscriptionOutcome.Objected.class);
  }

  @Test
  void itsTimeIsCorrected() {
    var objected = objected();
    objected
        .when(correct(objected.entry(2), RETIME, "2023-06-24T10:00"))
        .answered(SubscriptionOutcome.Corrected.class);
  }

  @Test
  void itsTimeIsNotCorrectedBeyondTheAcceptance() {
    var objected = objected();
    objected
        .at("2023-07-02T10:00")
        .given(Lifetime.accepted("a-1", NEW, time("2023-07-01T00:00")))
        .when(correct(objected.entry(2), RETIME, "2023-07-01T00:00"))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED, "subscription.amendment-objected", RETIME);
  }

  @Test
  void aWithdrawalThatIsVoidedLetsTheObjectionStandUnlessThereIsAnother() {
    var twice =
        objected()
            .given(new ObjectionWithdrawn(ID, "o-0", time("2023-06-26T10:00"), null))
            .given(made("o-1", "2023-06-26T10:00"));
    twice.when(correct(twice.entry(3), VOID, null)).refused(ProblemCode.CONTRADICTS_LATER_ENTRY);
  }

  private Lifetime objected() {
    return applied
        .given(
            new AmendmentObjected(
                ID, "o-0", TestTerms.reference(NEW), null, time("2023-06-25T10:00"), null))
        .at("2023-06-26T10:00");
  }

  private static Lifetime accepted() {
    return new Lifetime("2023-06-20T10:00")
        .applied()
        .at("2023-07-02T10:00")
        .given(Lifetime.accepted("a-1", NEW, time("2023-07-01T00:00")));
  }

  private static AmendmentObjected made(String id, String at) {
    return new AmendmentObjected(
        ID,
        id,
        TestTerms.reference(NEW),
        sealed("subscription.amendment-objected/statement/" + ID, "反対します"),
        time(at),
        reason("by letter"));
  }

  private static ObjectToAmendment object(String version, @Nullable String at) {
    return new ObjectToAmendment(
        ID,
        "o-1",
        "mysecure",
        version,
        at == null ? null : time(at),
        new FreeText("反対します"),
        new FreeText("by letter"));
  }

  private static WithdrawObjection withdraw(String objection, @Nullable String at) {
    return new WithdrawObjection(
        ID, objection, at == null ? null : time(at), new FreeText("agreed"));
  }

  private static CorrectEntry correct(
      String eventId, EntryCorrected.Kind kind, @Nullable String at) {
    return new CorrectEntry(
        ID, eventId, kind, at == null ? null : time(at), new FreeText("mistake"));
  }
}
