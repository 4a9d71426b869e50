package dev.keiyaku.subscription.subscription;

import static dev.keiyaku.subscription.subscription.Lifetime.ID;
import static dev.keiyaku.subscription.subscription.Lifetime.time;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.AcceptTerms;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ActivateSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CancelSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.LiftSuspension;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SuspendSubscription;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bound is 62 days; it is 10 o'clock on August 25. Applications: see their own test. */
class LateEntriesTest {

  private static final FreeText LATE = new FreeText("late");

  private final Lifetime life =
      new Lifetime("2023-06-20T10:00")
          .applied()
          .suspended("s-1", "2023-06-20T12:00")
          .at("2023-08-25T10:00");

  static Stream<SubscriptionCommand> tooLate() {
    return at(time("2023-06-24T09:59"), LATE);
  }

  @ParameterizedTest
  @MethodSource("tooLate")
  void nothingIsEnteredLaterThanTheBound(SubscriptionCommand command) {
    life.when(command).refused(ProblemCode.BACKDATED_TOO_FAR, 62L);
  }

  static Stream<SubscriptionCommand> justInTime() {
    return at(time("2023-06-24T10:00"), LATE);
  }

  @ParameterizedTest
  @MethodSource("justInTime")
  void withinTheBoundItIs(SubscriptionCommand command) {
    life.when(command).answered(SubscriptionOutcome.class);
  }

  static Stream<SubscriptionCommand> unexplained() {
    var at = time("2023-08-25T09:59");
    return Stream.of(activate(at, null), accept(at, null));
  }

  @ParameterizedTest
  @MethodSource("unexplained")
  void whereAReasonMayBeLeftOutALateEntryNeedsOne(SubscriptionCommand command) {
    life.when(command).refused(ProblemCode.REASON_REQUIRED);
  }

  private static Stream<SubscriptionCommand> at(Instant at, FreeText why) {
    return Stream.of(
        activate(at, why),
        new SuspendSubscription(
            ID, "s-2", SuspensionGround.VENDOR, at, null, null, null, null, why),
        new LiftSuspension(ID, "s-1", at, why),
        new CancelSubscription(ID, "c-1", at, why),
        accept(at, why));
  }

  private static ActivateSubscription activate(Instant at, @Nullable FreeText why) {
    return new ActivateSubscription(ID, "vendor-1", at, why);
  }

  private static AcceptTerms accept(Instant at, @Nullable FreeText why) {
    var version = at.isBefore(time("2023-07-01T00:00")) ? TestTerms.OLD : TestTerms.NEW;
    var six = List.of(1, 2, 3, 4, 5, 6);
    return new AcceptTerms(
        ID,
        new Acceptance("a-1", "mysecure", version, TestTerms.hash(version), six, null),
        at,
        why);
  }
}
