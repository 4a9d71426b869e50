package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.SUBSCRIBER;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawCancellation;
import org.junit.jupiter.api.Test;

class WithdrawCancellationTest {

  private static final WithdrawCancellation WITHDRAW =
      new WithdrawCancellation(ID, new FreeText("stays"));

  private final Lifetime active = new Lifetime("2023-06-20T10:00").applied().activated();

  @Test
  void itGoesOnAndTakesItsClaimAgain() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-08-01T00:00")
        .at("2023-06-26T10:00")
        .when(WITHDRAW)
        .then(new CancellationWithdrawn(ID, "c-1", time("2023-06-26T10:00"), reason("stays")));
    assertThat(active.claims())
        .containsExactly(new Claim(SUBSCRIBER + "|MYSECURE", ID, time("2023-06-20T10:00"), null));
  }

  @Test
  void withoutACancellationThereIsNothingToWithdraw() {
    active.when(WITHDRAW).refused(ProblemCode.NO_CANCELLATION_PENDING);
  }

  @Test
  void onceEndedItStaysEnded() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-08-01T00:00")
        .at("2023-08-01T00:00")
        .when(WITHDRAW)
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void itIsWithdrawnOnce() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-08-01T00:00")
        .given(new CancellationWithdrawn(ID, "c-1", time("2023-06-25T10:00"), null))
        .when(WITHDRAW)
        .refused(ProblemCode.NO_CANCELLATION_PENDING);
  }
}
