package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ActivateSubscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActivateSubscriptionTest {

  private final Lifetime applied = new Lifetime("2023-06-20T10:00").applied();

  @Test
  void useBeginsNow() {
    applied
        .at("2023-06-20T11:00")
        .when(activate(null, null))
        .then(new SubscriptionActivated(ID, "vendor-1", time("2023-06-20T11:00"), null));
    assertThat(applied.answered(SubscriptionOutcome.Activated.class))
        .isEqualTo(
            new SubscriptionOutcome.Activated(ID, 2, Status.ACTIVE, time("2023-06-20T11:00")));
    assertThat(applied.claims()).isEmpty();
  }

  @Test
  void aLateEntryHoldsFromItsTime() {
    applied
        .at("2023-06-21T11:00")
        .when(activate("2023-06-20T12:00", "late"))
        .then(new SubscriptionActivated(ID, "vendor-1", time("2023-06-20T12:00"), reason("late")));
  }

  @Test
  void useBeginsOnce() {
    var refusal =
        applied
            .at("2023-06-20T11:00")
            .activated()
            .at("2023-06-20T12:00")
            .when(activate(null, null))
            .refused(ProblemCode.ALREADY_ACTIVATED, "2023-06-20T11:00:00+09:00");

    assertThat(refusal.state()).isEqualTo("ACTIVE");
    assertThat(refusal.allowed()).containsExactly("suspend", "cancel", "accept-terms", "correct");
  }

  @Test
  void useDoesNotBeginBeforeTheApplication() {
    applied
        .when(activate("2023-06-20T09:59", "late"))
        .refused(ProblemCode.EFFECTIVE_BEFORE_APPLICATION);
  }

  @Test
  void useDoesNotBeginInTheFuture() {
    applied.when(activate("2023-06-20T10:01", null)).refused(ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void useDoesNotBeginAfterTheEnd() {
    var refusal =
        applied
            .at("2023-06-21T10:00")
            .cancelled("c-1", "2023-06-21T10:00")
            .at("2023-06-22T10:00")
            .when(activate(null, null))
            .refused(ProblemCode.SUBSCRIPTION_CANCELLED);

    assertThat(refusal.state()).isEqualTo("CANCELLED");
    assertThat(refusal.allowed()).containsExactly("apply-again", "correct");
  }

  @Test
  void aLateEntryFitsBeforeTheEnd() {
    applied
        .at("2023-06-21T10:00")
        .cancelled("c-1", "2023-06-21T10:00")
        .at("2023-06-22T10:00")
        .when(activate("2023-06-20T12:00", "late"))
        .then(new SubscriptionActivated(ID, "vendor-1", time("2023-06-20T12:00"), reason("late")));
  }

  @Test
  void anotherIspsSubscriptionDoesNotExist() {
    new Lifetime("2023-06-20T10:00")
        .appliedAs(Product.MYSECURE, "ISP-A")
        .by("ISP-B")
        .when(activate(null, null))
        .refused(ProblemCode.NOT_FOUND);
  }

  @Test
  void itsOwnIspsSubscriptionDoes() {
    new Lifetime("2023-06-20T10:00")
        .appliedAs(Product.MYSECURE, "ISP-A")
        .by("ISP-A")
        .when(activate(null, null))
        .answered(SubscriptionOutcome.Activated.class);
  }

  private static ActivateSubscription activate(@Nullable String at, @Nullable String reason) {
    return new ActivateSubscription(
        ID, "vendor-1", at == null ? null : time(at), reason == null ? null : new FreeText(reason));
  }
}
