package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static dev.keiyaku.subscription.subscription.TestTerms.OLD;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SettleConsentWithdrawal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A consent that was withdrawn on June 24. It is June 25. */
class SettleConsentWithdrawalTest {

  private final Lifetime withdrawn =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .given(
              new ConsentWithdrawn(
                  ID,
                  "w-0",
                  List.of(WithdrawConsentTest.item(3, "a-0", OLD)),
                  null,
                  time("2023-06-24T10:00"),
                  null))
          .at("2023-06-25T10:00");

  @Test
  void theContractIsKeptAfterTalking() {
    withdrawn.when(settle(Settlement.KEPT, null)).then(settled(Settlement.KEPT));
  }

  @Test
  void renewedOnlyByAnAcceptanceSince() {
    withdrawn
        .when(settle(Settlement.RENEWED, null))
        .refused(ProblemCode.SETTLEMENT_UNFOUNDED, Settlement.RENEWED);
    withdrawn
        .given(Lifetime.accepted("a-1", OLD, time("2023-06-25T09:00")))
        .when(settle(Settlement.RENEWED, null))
        .then(settled(Settlement.RENEWED));
  }

  @Test
  void cancelledOnlyByACancellationThatStands() {
    withdrawn
        .when(settle(Settlement.CANCELLED, null))
        .refused(ProblemCode.SETTLEMENT_UNFOUNDED, Settlement.CANCELLED);
    withdrawn
        .cancelled("c-1", "2023-06-25T09:00")
        .when(settle(Settlement.CANCELLED, null))
        .then(settled(Settlement.CANCELLED));
  }

  @Test
  void onceAndNotBeforeTheWithdrawalOrAhead() {
    var unknown = new SettleConsentWithdrawal(ID, "w-9", Settlement.KEPT, null, new FreeText("x"));
    withdrawn.when(unknown).refused(ProblemCode.CONSENT_WITHDRAWAL_UNKNOWN);
    withdrawn
        .when(settle(Settlement.KEPT, "2023-06-24T09:59"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.consent-withdrawn",
            "2023-06-24T10:00:00+09:00");
    withdrawn
        .when(settle(Settlement.KEPT, "2023-06-25T10:01"))
        .refused(ProblemCode.EFFECTIVE_IN_FUTURE);
    withdrawn
        .given(settled(Settlement.KEPT))
        .when(settle(Settlement.KEPT, null))
        .refused(ProblemCode.CONSENT_WITHDRAWAL_SETTLED, "w-0", "2023-06-25T10:00:00+09:00");
  }

  @Test
  void aSettlementWhoseCancellationIsWithdrawnSettlesNothingAnyMore() {
    withdrawn
        .cancelled("c-1", "2023-06-30T09:00")
        .given(settled(Settlement.CANCELLED))
        .given(new CancellationWithdrawn(ID, "c-1", time("2023-06-25T10:00"), null))
        .when(settle(Settlement.KEPT, null))
        .then(settled(Settlement.KEPT));
  }

  @Test
  void aMistakenSettlementIsVoidedAndNotRetimed() {
    var settled = withdrawn.given(settled(Settlement.KEPT));
    var entry = settled.entry(3);
    settled
        .when(
            new CorrectEntry(
                ID, entry, EntryCorrected.Kind.RETIME, time("2023-06-25T09:00"), new FreeText("x")))
        .refused(ProblemCode.CORRECTION_NOT_ALLOWED);
    settled.voided(entry).when(settle(Settlement.KEPT, null)).then(settled(Settlement.KEPT));
  }

  private static ConsentWithdrawalSettled settled(Settlement settlement) {
    return new ConsentWithdrawalSettled(
        ID, "w-0", settlement, time("2023-06-25T10:00"), reason("talked"));
  }

  private static SettleConsentWithdrawal settle(Settlement settlement, @Nullable String at) {
    return new SettleConsentWithdrawal(
        ID, "w-0", settlement, at == null ? null : time(at), new FreeText("talked"));
  }
}
