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

import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.ConsentWithdrawn.WithdrawnItem;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawConsent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Consents of the application of June 20, and of July 1. It is July 5 unless told. */
class WithdrawConsentTest {

  private final Lifetime accepted =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .activated()
          .at("2023-07-05T10:00")
          .given(Lifetime.accepted("a-1", NEW, time("2023-07-01T00:00")));

  @Test
  void itNamesTheWordsLastAgreedToAndTheContractGoesOn() {
    accepted
        .when(withdraw(List.of(3, 4), null))
        .then(
            new ConsentWithdrawn(
                ID,
                "w-1",
                List.of(item(3, "a-1", NEW), item(4, "a-1", NEW)),
                sealed("subscription.consent-withdrawn/statement/" + ID, "やめてください"),
                time("2023-07-05T10:00"),
                reason("by telephone")));
    assertThat(accepted.claims()).isEmpty();
    var answer = accepted.answered(SubscriptionOutcome.ConsentEnded.class);
    assertThat(answer.status()).isEqualTo(Status.ACTIVE);
    assertThat(answer.items().getFirst().clause().article()).isEqualTo("第7条1項(3)");
    assertThat(answer.effect().ja()).contains("自動では終了せず");
  }

  @Test
  void datedBackItNamesTheWordsAgreedToThen() {
    accepted
        .when(withdraw(List.of(3), "2023-06-30T10:00"))
        .then(
            new ConsentWithdrawn(
                ID,
                "w-1",
                List.of(item(3, "a-0", OLD)),
                sealed("subscription.consent-withdrawn/statement/" + ID, "やめてください"),
                time("2023-06-30T10:00"),
                reason("by telephone")));
  }

  @Test
  void onlyTheItemsAboutDataAreWithdrawnEachOnce() {
    for (var items :
        List.of(List.<Integer>of(), List.of(1), List.of(2, 5), List.of(6), List.of(3, 3))) {
      accepted.when(withdraw(items, null)).refused(ProblemCode.INVALID_FIELD);
    }
  }

  @Test
  void whatIsWithdrawnIsNotWithdrawnAgain() {
    withdrawn()
        .when(withdraw(List.of(2, 3), null))
        .refused(ProblemCode.CONSENT_ALREADY_WITHDRAWN, "(3)", "2023-07-05T10:00:00+09:00");
  }

  @Test
  void anotherItemIsWithdrawnBesideIt() {
    withdrawn().when(withdraw(List.of(2), null)).answered(SubscriptionOutcome.ConsentEnded.class);
  }

  @Test
  void whatIsAcceptedAgainIsWithdrawnAgain() {
    var again =
        withdrawn()
            .given(Lifetime.accepted("a-2", NEW, time("2023-07-06T10:00")))
            .when(withdraw(List.of(3), null))
            .answered(SubscriptionOutcome.ConsentEnded.class);
    assertThat(again.version()).isEqualTo(6);
  }

  @Test
  void nobodyWithdrawsAfterTheEndBeforeTheApplicationOrAhead() {
    accepted
        .when(withdraw(List.of(3), "2023-06-20T09:59"))
        .refused(ProblemCode.EFFECTIVE_BEFORE_APPLICATION);
    accepted
        .when(withdraw(List.of(3), "2023-07-05T10:01"))
        .refused(ProblemCode.EFFECTIVE_IN_FUTURE);
    accepted
        .when(new WithdrawConsent(ID, "w-1", List.of(3), time("2023-07-04T10:00"), null, null))
        .refused(ProblemCode.REASON_REQUIRED);
    accepted
        .cancelled("c-1", "2023-07-05T10:00")
        .when(withdraw(List.of(3), null))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void dataThatIsDatedBackTooFarIsRefused() {
    accepted
        .at("2023-10-05T10:00")
        .when(withdraw(List.of(3), "2023-07-05T10:00"))
        .refused(ProblemCode.BACKDATED_TOO_FAR);
  }

  @Test
  void aMistakenWithdrawalIsVoided() {
    var withdrawn = withdrawn();
    withdrawn.voided(withdrawn.entry(4)).when(withdraw(List.of(3), null));
    assertThat(withdrawn.answered(SubscriptionOutcome.ConsentEnded.class).version()).isEqualTo(6);
  }

  @Test
  void itsTimeIsCorrectedOnlyWhereItNamesTheSameAct() {
    var withdrawn = withdrawn();
    withdrawn
        .when(correct(withdrawn.entry(4), RETIME, "2023-06-30T23:59"))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED, "subscription.consent-withdrawn", RETIME);
    withdrawn
        .when(correct(withdrawn.entry(4), RETIME, "2023-07-01T00:00"))
        .answered(SubscriptionOutcome.Corrected.class);
  }

  @Test
  void anActThatAWithdrawalNamesIsNotVoided() {
    var withdrawn = withdrawn();
    withdrawn
        .when(correct(withdrawn.entry(3), VOID, null))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.consent-withdrawn",
            "2023-07-05T10:00:00+09:00");
  }

  private Lifetime withdrawn() {
    return accepted
        .given(
            new ConsentWithdrawn(
                ID, "w-0", List.of(item(3, "a-1", NEW)), null, time("2023-07-05T10:00"), null))
        .at("2023-07-06T10:00");
  }

  static WithdrawnItem item(int number, String acceptance, String version) {
    return new WithdrawnItem(number, acceptance, TestTerms.clause(version, "art7/p1/i" + number));
  }

  private static WithdrawConsent withdraw(List<Integer> items, @Nullable String at) {
    return new WithdrawConsent(
        ID,
        "w-1",
        items,
        at == null ? null : time(at),
        new FreeText("やめてください"),
        new FreeText("by telephone"));
  }

  private static CorrectEntry correct(
      String eventId, EntryCorrected.Kind kind, @Nullable String at) {
    return new CorrectEntry(
        ID, eventId, kind, at == null ? null : time(at), new FreeText("mistake"));
  }
}
