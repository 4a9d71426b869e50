package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawSuspension;
import org.junit.jupiter.api.Test;

class WithdrawSuspensionTest {

  private final Lifetime announced =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .activated()
          .at("2023-06-25T10:00")
          .suspended("s-1", "2023-07-10T00:00");

  @Test
  void aSuspensionThatHasNotBegunNeverWill() {
    announced
        .at("2023-07-09T23:59")
        .when(withdraw("s-1"))
        .then(new SuspensionWithdrawn(ID, "s-1", time("2023-07-09T23:59"), reason("postponed")));
    assertThat(announced.answered(SubscriptionOutcome.Withdrawn.class).remaining()).isEmpty();
  }

  @Test
  void onceBegunItIsLiftedInstead() {
    var refusal =
        announced
            .at("2023-07-10T00:00")
            .when(withdraw("s-1"))
            .refused(ProblemCode.SUSPENSION_ALREADY_BEGUN, "s-1", "2023-07-10T00:00:00+09:00");

    assertThat(refusal.allowed()).contains("lift-suspension");
  }

  @Test
  void itIsWithdrawnOnce() {
    announced
        .given(new SuspensionWithdrawn(ID, "s-1", time("2023-06-25T10:00"), null))
        .when(withdraw("s-1"))
        .refused(ProblemCode.SUSPENSION_NOT_OPEN, "s-1", "2023-06-25T10:00:00+09:00");
  }

  @Test
  void whatNeverWasIsUnknown() {
    announced.when(withdraw("s-9")).refused(ProblemCode.SUSPENSION_UNKNOWN);
  }

  @Test
  void afterTheEndThereIsNothingToWithdraw() {
    announced
        .at("2023-06-26T10:00")
        .cancelled("c-1", "2023-06-26T10:00")
        .at("2023-06-27T10:00")
        .when(withdraw("s-1"))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  private static WithdrawSuspension withdraw(String id) {
    return new WithdrawSuspension(ID, id, new FreeText("postponed"));
  }
}
