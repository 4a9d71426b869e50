package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.reason;
import static dev.keiyaku.subscription.subscription.Lifetime.sealed;
import static dev.keiyaku.subscription.subscription.Lifetime.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Notice;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SuspendSubscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspendSubscriptionTest {

  private final Lifetime active =
      new Lifetime("2023-06-20T10:00").applied().at("2023-06-20T11:00").activated();

  @Test
  void everyWordOfItIsKeptAndTheFreeOnesSealed() {
    var notice = new Notice(null, "https://example.jp/n", new FreeText("no time"));
    active
        .at("2023-06-25T10:00")
        .when(
            new SuspendSubscription(
                ID,
                "s-1",
                SuspensionGround.VENDOR,
                time("2023-06-25T09:00"),
                time("2023-06-26T09:00"),
                new FreeText("note"),
                "INC-7",
                notice,
                new FreeText("outage")))
        .then(
            new SubscriptionSuspended(
                ID,
                "s-1",
                SuspensionGround.VENDOR,
                TestTerms.clause(TestTerms.OLD, "art15/p1/i4"),
                time("2023-06-25T09:00"),
                time("2023-06-26T09:00"),
                sealed("subscription.suspended/note/" + ID, "note"),
                "INC-7",
                new SubscriptionSuspended.Notice(
                    null,
                    "https://example.jp/n",
                    sealed("subscription.suspended/notice/" + ID, "no time")),
                reason("outage")));
  }

  @Test
  void itCitesTheVersionInForceAtItsStart() {
    active.at("2023-06-25T10:00").when(suspend("s-1", SuspensionGround.VENDOR, "2023-07-01T00:00"));

    var answer = active.answered(SubscriptionOutcome.Suspended.class);
    assertThat(answer.clause().version()).isEqualTo(TestTerms.NEW);
    assertThat(answer.clause().article()).isEqualTo("第15条1項(4)");
    assertThat(answer.clause().text()).startsWith("オープンテキスト株式会社");
    assertThat(answer.status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void suspensionsOverlap() {
    active
        .at("2023-06-25T10:00")
        .suspended("s-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(suspend("s-2", SuspensionGround.DISASTER, null));

    assertThat(active.answered(SubscriptionOutcome.Suspended.class).status())
        .isEqualTo(Status.SUSPENDED);
  }

  @Test
  void whatDoesNotLiveIsNotSuspended() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(suspend("s-1", SuspensionGround.VENDOR, null))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void noSuspensionIsAnnouncedForAfterAKnownEnd() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-08-01T00:00")
        .at("2023-06-25T11:00")
        .when(suspend("s-1", SuspensionGround.MAINTENANCE, "2023-08-01T00:00"))
        .refused(ProblemCode.SUBSCRIPTION_CANCELLED);
  }

  @Test
  void aLateEntryFitsBeforeTheEnd() {
    active
        .at("2023-06-25T10:00")
        .cancelled("c-1", "2023-06-25T10:00")
        .at("2023-06-25T11:00")
        .when(suspend("s-1", SuspensionGround.VENDOR, "2023-06-25T09:00"));

    assertThat(active.answered(SubscriptionOutcome.Suspended.class).status())
        .isEqualTo(Status.CANCELLED);
  }

  @Test
  void itIsNotExpectedToEndBeforeItStarts() {
    active
        .when(
            new SuspendSubscription(
                ID,
                "s-1",
                SuspensionGround.VENDOR,
                null,
                time("2023-06-20T11:00"),
                null,
                null,
                null,
                new FreeText("x")))
        .refused(ProblemCode.INVALID_FIELD);
  }

  @Test
  void aNoticeIsNotGivenInTheFuture() {
    active
        .when(
            new SuspendSubscription(
                ID,
                "s-1",
                SuspensionGround.VENDOR,
                null,
                null,
                null,
                null,
                new Notice(time("2023-06-20T11:01"), "web", null),
                new FreeText("x")))
        .refused(ProblemCode.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void aLateEntryHasABound() {
    active
        .at("2023-08-25T10:00")
        .when(suspend("s-1", SuspensionGround.VENDOR, "2023-06-20T12:00"))
        .refused(ProblemCode.BACKDATED_TOO_FAR);
  }

  private static SuspendSubscription suspend(
      String id, SuspensionGround ground, @Nullable String start) {
    return new SuspendSubscription(
        ID,
        id,
        ground,
        start == null ? null : time(start),
        null,
        null,
        null,
        null,
        new FreeText("outage"));
  }
}
