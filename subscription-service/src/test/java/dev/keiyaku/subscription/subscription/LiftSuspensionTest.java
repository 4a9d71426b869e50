package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.LiftSuspension;
import dev.keiyaku.subscription.subscription.SubscriptionOutcome.Remaining;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiftSuspensionTest {

  private final Lifetime suspended =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .activated()
          .at("2023-06-25T10:00")
          .suspended("s-1", "2023-06-25T09:00");

  @Test
  void aSuspensionThatIsLiftedEnds() {
    suspended
        .at("2023-06-25T11:00")
        .when(lift("s-1", null))
        .then(new SuspensionLifted(ID, "s-1", time("2023-06-25T11:00"), reason("restored")));

    var answer = suspended.answered(SubscriptionOutcome.Lifted.class);
    assertThat(answer.usable()).isTrue();
    assertThat(answer.remaining()).isEmpty();
  }

  @Test
  void aSuspensionThatIsLiftedLeavesTheOthersAndTheAnswerNamesThem() {
    suspended
        .suspended("s-2", "2023-06-25T10:00")
        .suspended("s-3", "2023-08-01T00:00")
        .at("2023-06-25T11:00")
        .when(lift("s-1", null));

    var answer = suspended.answered(SubscriptionOutcome.Lifted.class);
    assertThat(answer.usable()).isFalse();
    assertThat(answer.status()).isEqualTo(Status.SUSPENDED);
    assertThat(answer.remaining())
        .extracting(Remaining::suspensionId, Remaining::begun, stays -> stays.clause().version())
        .containsExactly(tuple("s-2", true, TestTerms.OLD), tuple("s-3", false, TestTerms.NEW));
  }

  @Test
  void itIsLiftedOnce() {
    var refusal =
        suspended
            .at("2023-06-25T11:00")
            .lifted("s-1")
            .at("2023-06-25T12:00")
            .when(lift("s-1", null))
            .refused(ProblemCode.SUSPENSION_NOT_OPEN, "s-1", "2023-06-25T11:00:00+09:00");

    assertThat(refusal.state()).isEqualTo("ACTIVE");
    assertThat(refusal.allowed()).contains("suspend").doesNotContain("lift-suspension");
  }

  @Test
  void whatNeverWasIsUnknown() {
    suspended.when(lift("s-9", null)).refused(ProblemCode.SUSPENSION_UNKNOWN);
  }

  @Test
  void whatHasNotBegunIsWithdrawnInstead() {
    var refusal =
        suspended
            .suspended("s-2", "2023-08-01T00:00")
            .when(lift("s-2", null))
            .refused(ProblemCode.SUSPENSION_NOT_BEGUN, "s-2", "2023-08-01T00:00:00+09:00");

    assertThat(refusal.allowed()).contains("withdraw-suspension");
  }

  @Test
  void itIsNotLiftedBeforeItsStart() {
    suspended
        .at("2023-06-25T11:00")
        .when(lift("s-1", "2023-06-25T08:59"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.suspended",
            "2023-06-25T09:00:00+09:00");
  }

  @Test
  void itIsNotLiftedInTheFuture() {
    suspended.when(lift("s-1", "2023-06-25T10:01")).refused(ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void theEndOfTheContractEndedIt() {
    suspended
        .at("2023-06-25T11:00")
        .cancelled("c-1", "2023-06-25T11:00")
        .at("2023-06-25T12:00")
        .when(lift("s-1", null))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED, "2023-06-25T11:00:00+09:00");
  }

  private static LiftSuspension lift(String id, @Nullable String at) {
    return new LiftSuspension(ID, id, at == null ? null : time(at), new FreeText("restored"));
  }
}
