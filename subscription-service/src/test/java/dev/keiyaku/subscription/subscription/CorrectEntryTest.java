package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.contract.subscription.EntryCorrected.Kind.RETIME;
import static dev.keiyaku.contract.subscription.EntryCorrected.Kind.VOID;
import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.SUBSCRIBER;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ActivateSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Entries are counted from 0: the application, its acceptance, the activation, what follows. It is
 * 10 o'clock on June 25 unless a test goes on.
 */
class CorrectEntryTest {

  private static final String KEY = SUBSCRIBER + "|MYSECURE";

  private final Lifetime active =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .at("2023-06-20T11:00")
          .activated()
          .at("2023-06-25T10:00");

  @Test
  void aMistakenApplicationNeverWasAndItsClaimIsReleased() {
    var mistaken = active.entry(0);

    active
        .when(correct(mistaken, VOID, null))
        .then(
            new EntryCorrected(
                ID, mistaken, VOID, null, time("2023-06-25T10:00"), reason("mistake")));
    assertThat(status()).isEqualTo(Status.VOIDED);
    assertThat(active.claims()).containsExactly(Claim.released(KEY, ID));
  }

  @Test
  void whatNeverWasTakesNoCommand() {
    var refusal =
        active
            .voided(active.entry(0))
            .at("2023-06-25T11:00")
            .when(new ActivateSubscription(ID, "v", null, null))
            .refused(ProblemCode.NOT_LIVE);

    assertThat(refusal.state()).isEqualTo("VOIDED");
    assertThat(refusal.allowed()).containsExactly("apply-again", "correct");
  }

  @Test
  void whatNeverWasTakesNoCorrectionButItsOwn() {
    active
        .voided(active.entry(0))
        .at("2023-06-25T11:00")
        .when(voiding(2))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED, "subscription.activated", VOID);
  }

  @Test
  void aCorrectionOfTheCorrectionRestoresTheApplicationAndItsClaim() {
    active.voided(active.entry(0)).at("2023-06-25T11:00").when(voiding(3));

    assertThat(status()).isEqualTo(Status.ACTIVE);
    assertThat(active.claims()).containsExactly(new Claim(KEY, ID, time("2023-06-20T10:00"), null));
  }

  @Test
  void anApplicationIsNotRetimed() {
    active
        .when(retiming(0, "2023-06-19T10:00"))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED, "subscription.applied", RETIME);
  }

  @Test
  void theApplicationsOwnAcceptanceGoesWithTheApplication() {
    active.when(voiding(1)).refused(ProblemCode.CORRECTION_NOT_ALLOWED);
  }

  @Test
  void aLaterAcceptanceMayBeVoided() {
    active
        .given(Lifetime.accepted("a-1", TestTerms.OLD, time("2023-06-25T10:00")))
        .when(voiding(3));

    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void useThatDidNotBegin() {
    active.when(voiding(2));

    assertThat(status()).isEqualTo(Status.APPLIED);
  }

  @Test
  void useThatBeganEarlier() {
    var mistaken = active.entry(2);
    active
        .when(correct(mistaken, RETIME, "2023-06-20T10:30"))
        .then(
            new EntryCorrected(
                ID,
                mistaken,
                RETIME,
                time("2023-06-20T10:30"),
                time("2023-06-25T10:00"),
                reason("mistake")));
  }

  @Test
  void useDidNotBeginBeforeTheApplication() {
    active.when(retiming(2, "2023-06-20T09:59")).refused(ProblemCode.EFFECTIVE_BEFORE_APPLICATION);
  }

  @Test
  void useDidNotBeginInTheFuture() {
    active.when(retiming(2, "2023-06-26T10:00")).refused(ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void aSuspensionThatNeverWas() {
    active.suspended("s-1", "2023-06-25T10:00").at("2023-06-25T11:00").when(voiding(3));

    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aSuspensionIsNotRetimedIntoOtherTerms() {
    active
        .suspended("s-1", "2023-07-01T00:00")
        .when(retiming(3, "2023-06-30T23:59"))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED);
  }

  @Test
  void aSuspensionMayBeginLater() {
    active
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(retiming(3, "2023-06-25T12:00"));

    assertThat(status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void aSuspensionDoesNotBeginAfterItWasLifted() {
    active
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .lifted("s-1")
        .at("2023-06-25T13:00")
        .when(retiming(3, "2023-06-25T12:00"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.suspension-lifted",
            "2023-06-25T11:00:00+09:00");
  }

  @Test
  void aSuspensionIsNotRestoredAroundTheEndThatItsLiftWouldContradict() {
    active
        .suspended("s-1", "2023-06-24T10:00")
        .lifted("s-1")
        .voided(active.entry(3))
        .at("2023-06-25T13:00")
        .cancelled("c-1", "2023-06-24T12:00")
        .at("2023-06-25T14:00")
        .when(voiding(5))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.suspension-lifted",
            "2023-06-25T10:00:00+09:00");
  }

  @Test
  void aWithdrawnSuspensionIsNotRetimed() {
    active
        .suspended("s-1", "2023-06-26T10:00")
        .given(new SuspensionWithdrawn(ID, "s-1", time("2023-06-25T10:00"), null))
        .when(retiming(3, "2023-06-27T12:00"))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED);
  }

  @Test
  void aWithdrawalThatNeverWasLeavesTheSuspension() {
    active
        .suspended("s-1", "2023-06-26T10:00")
        .given(new SuspensionWithdrawn(ID, "s-1", time("2023-06-25T10:00"), null))
        .at("2023-06-26T11:00")
        .when(voiding(4));

    assertThat(status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void aLiftThatNeverWasLeavesTheSuspensionOpen() {
    active
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .lifted("s-1")
        .at("2023-06-25T13:00")
        .when(voiding(4));

    assertThat(status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void aVoidedCancellationRevivesAndTakesTheClaimAgain() {
    active.cancelled("c-1", "2023-06-25T10:00").at("2023-06-25T13:00").when(voiding(3));

    assertThat(status()).isEqualTo(Status.ACTIVE);
    assertThat(active.claims()).containsExactly(new Claim(KEY, ID, time("2023-06-20T10:00"), null));
  }

  @Test
  void aRetimedCancellationMovesTheClaimsEnd() {
    active
        .cancelled("c-1", "2023-06-25T10:00")
        .at("2023-06-25T13:00")
        .when(retiming(3, "2023-06-24T10:00"));

    assertThat(active.claims())
        .containsExactly(new Claim(KEY, ID, time("2023-06-20T10:00"), time("2023-06-24T10:00")));
  }

  @Test
  void aVoidedWithdrawalMakesTheCancellationStandAgain() {
    active
        .cancelled("c-1", "2023-06-26T10:00")
        .given(new CancellationWithdrawn(ID, "c-1", time("2023-06-25T10:00"), null))
        .at("2023-06-27T13:00")
        .when(voiding(4));

    assertThat(status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void anEntryIsVoidedOnce() {
    active.voided(active.entry(2)).when(voiding(2)).refused(ProblemCode.CORRECTION_NOT_ALLOWED);
  }

  @Test
  void anEntryThatDoesNotExistIsUnknown() {
    active.when(correct("0198c0de", VOID, null)).refused(ProblemCode.EVENT_UNKNOWN);
  }

  @Test
  void theBoundHoldsForCorrectionsToo() {
    active
        .at("2023-09-25T10:00")
        .when(retiming(2, "2023-06-20T10:30"))
        .refused(ProblemCode.BACKDATED_TOO_FAR);
  }

  private Status status() {
    return active.answered(SubscriptionOutcome.Corrected.class).status();
  }

  private CorrectEntry voiding(int sequence) {
    return correct(active.entry(sequence), VOID, null);
  }

  private CorrectEntry retiming(int sequence, String at) {
    return correct(active.entry(sequence), RETIME, at);
  }

  private static CorrectEntry correct(String eventId, Kind kind, @Nullable String at) {
    return new CorrectEntry(
        ID, eventId, kind, at == null ? null : time(at), new FreeText("mistake"));
  }
}
