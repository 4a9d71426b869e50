package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Notice;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SuspendSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionOutcome.Remaining;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Suspensions (第15条): the fact of one asked for, and what is answered of them. */
record Suspending(SuspendSubscription command, Instant start, Instant now) {

  Suspending {
    if (command.expectedEnd() != null && !command.expectedEnd().isAfter(start)) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("expectedEnd", "invalid");
    } else if (command.notice() != null
        && command.notice().givenAt() instanceof Instant given
        && given.isAfter(now)) {
      throw Problem.of(ProblemCode.EFFECTIVE_IN_FUTURE).detail("notice.givenAt");
    }
  }

  SubscriptionSuspended event(Product product, Office office, Sealer sealer) {
    var grounds = new SuspensionGrounds(office.terms(product.document()), product);
    return new SubscriptionSuspended(
        command.subscriptionId(),
        command.suspensionId(),
        command.ground(),
        grounds.cited(command.ground(), start),
        start,
        command.expectedEnd(),
        sealer.note(command.note()),
        command.incidentReference(),
        notice(command.notice(), sealer),
        sealer.reason());
  }

  SubscriptionOutcome.Suspended outcome(
      Suspension suspension, Office office, long version, Status status) {
    return new SubscriptionOutcome.Suspended(
        command.subscriptionId(),
        command.suspensionId(),
        version,
        status,
        suspension.ground(),
        office.clause(suspension.declared().clause()),
        suspension.startsAt(),
        suspension.declared().expectedEnd());
  }

  static SubscriptionOutcome.Lifted outcome(
      SuspensionLifted lifted, long version, State state, Office office) {
    return new SubscriptionOutcome.Lifted(
        lifted.subscriptionId(),
        lifted.suspensionId(),
        version,
        state.status(),
        state.usable(),
        lifted.effectiveAt(),
        remaining(state, office));
  }

  static SubscriptionOutcome.Withdrawn outcome(
      SuspensionWithdrawn withdrawn, long version, State state, Office office) {
    return new SubscriptionOutcome.Withdrawn(
        withdrawn.subscriptionId(),
        withdrawn.suspensionId(),
        version,
        state.status(),
        state.usable(),
        withdrawn.effectiveAt(),
        remaining(state, office));
  }

  /** Whoever ends one is told what stays: open, or announced. */
  private static List<Remaining> remaining(State state, Office office) {
    return Stream.concat(state.open().stream(), state.planned().stream())
        .map(stays ->
            new Remaining(
                stays.suspensionId(),
                stays.ground(),
                office.clause(stays.declared().clause()),
                stays.startsAt(),
                stays.declared().expectedEnd(),
                stays.isOpenAt(state.at())))
        .toList();
  }

  private static SubscriptionSuspended.@Nullable Notice notice(
      @Nullable Notice notice, Sealer sealer) {
    return notice == null
        ? null
        : new SubscriptionSuspended.Notice(
            notice.givenAt(), notice.place(), sealer.noticeImpossible(notice));
  }
}
