package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.SUBSCRIBER;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CancelSubscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CancelSubscriptionTest {

  private final Lifetime active =
      new Lifetime("2023-06-20T10:00").applied().at("2023-06-20T11:00").activated();

  @Test
  void itEndsNowAndFreesTheClaimFromNowOn() {
    active
        .at("2023-06-25T10:00")
        .when(cancel(null))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-06-25T10:00"), reason("moves")));

    assertThat(active.answered(SubscriptionOutcome.Cancelled.class).status())
        .isEqualTo(Status.CANCELLED);
    assertThat(active.claims())
        .containsExactly(
            new Claim(
                SUBSCRIBER + "|MYSECURE", ID, time("2023-06-20T10:00"), time("2023-06-25T10:00")));
  }

  @Test
  void itEndsAtATimeAhead() {
    active
        .at("2023-06-25T10:00")
        .when(cancel("2023-08-01T00:00"))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-08-01T00:00"), reason("moves")));
    assertThat(active.answered(SubscriptionOutcome.Cancelled.class).status())
        .isEqualTo(Status.ACTIVE);
  }

  @Test
  void whatIsSuspendedMayBeCancelled() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(cancel(null))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-06-25T11:00"), reason("moves")));
  }

  @Test
  void whatIsOnlyAnnouncedIsOvertaken() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-08-01T00:00")
        .at("2023-06-25T11:00")
        .when(cancel(null))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-06-25T11:00"), reason("moves")));
  }

  @Test
  void itIsCancelledOnce() {
    var refusal =
        active
            .at("2023-06-25T10:00")
            .cancelled("c-0", "2023-08-01T00:00")
            .when(cancel(null))
            .refused(ProblemCode.ALREADY_CANCELLED, "2023-08-01T00:00:00+09:00");

    assertThat(refusal.state()).isEqualTo("ACTIVE");
    assertThat(refusal.allowed()).contains("withdraw-cancellation").doesNotContain("cancel");
  }

  @Test
  void aLateEndMayNotContradictWhatWasRecordedToHoldLater() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(cancel("2023-06-24T10:00"))
        .refused(
            ProblemCode.CONTRADICTS_LATER_ENTRY,
            "subscription.suspended",
            "2023-06-25T10:00:00+09:00");
  }

  @Test
  void theLiftOfASuspensionThatNeverWasIsNoLaterEntry() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-06-24T10:00")
        .at("2023-06-25T11:00")
        .lifted("s-1")
        .at("2023-06-25T12:00")
        .voided(active.entry(3))
        .when(cancel("2023-06-23T10:00"))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-06-23T10:00"), reason("moves")));
  }

  @Test
  void norIsASuspensionThatWasWithdrawn() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-06-26T10:00")
        .given(new SuspensionWithdrawn(ID, "s-1", time("2023-06-25T10:00"), null))
        .at("2023-06-27T10:00")
        .when(cancel("2023-06-25T11:00"))
        .then(new SubscriptionCancelled(ID, "c-1", time("2023-06-25T11:00"), reason("moves")));
  }

  @Test
  void itDoesNotEndBeforeItBegins() {
    active
        .at("2023-06-25T10:00")
        .when(cancel("2023-06-20T09:00"))
        .refused(ProblemCode.EFFECTIVE_BEFORE_APPLICATION, "2023-06-20T10:00:00+09:00");
  }

  @Test
  void itDoesNotEndAtTheInstantOfItsApplication() {
    new Lifetime("2023-06-20T10:00")
        .applied()
        .at("2023-06-21T10:00")
        .when(cancel("2023-06-20T10:00"))
        .refused(ProblemCode.CONTRADICTS_LATER_ENTRY);
  }

  private static CancelSubscription cancel(@Nullable String at) {
    return new CancelSubscription(ID, "c-1", at == null ? null : time(at), new FreeText("moves"));
  }
}
