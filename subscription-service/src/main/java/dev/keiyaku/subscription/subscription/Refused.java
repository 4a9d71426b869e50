package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.Contradiction;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/** Refusals that say what state forbids it, and what is possible instead. */
record Refused(Life life, Instant now) {

  /** Told with the time that decided, where there is one. */
  Problem because(ProblemCode code) {
    return switch (code) {
      case ALREADY_ACTIVATED -> because(code, shown(life.activation()));
      case ALREADY_CANCELLED, SUBSCRIPTION_CANCELLED -> because(code, shown(life.cancellation()));
      case EFFECTIVE_BEFORE_APPLICATION -> because(code, shown(life.application()));
      default -> because(code, new Object[0]);
    };
  }

  /** Of one suspension, and the time that decided: of its end, else of its start. */
  Problem because(ProblemCode code, Suspension suspension) {
    var end = life.ending(suspension.suspensionId()).map(Fact::effectiveAt);
    return because(code, suspension.suspensionId(), Times.show(end.orElse(suspension.startsAt())));
  }

  Problem correcting(SubscriptionEvent mistaken, EntryCorrected.Kind kind) {
    return because(ProblemCode.CORRECTION_NOT_ALLOWED, name(mistaken), kind);
  }

  /** Told with these words; an instant among them as people read it. */
  Problem because(ProblemCode code, Object... arguments) {
    var told = Arrays.stream(arguments).map(Refused::told).toArray();
    return Problem.of(code)
        .detail(told)
        .state(life.at(now).status().name())
        .allowed(allowed().toArray(String[]::new));
  }

  /**
   * Of two standing facts that cannot both hold.
   *
   * @param candidate the id that the entry asked for has in the life that contradicts itself
   */
  Problem because(Contradiction found, String candidate) {
    var asked = found.fact().entry().eventId().equals(candidate);
    return switch (found.kind()) {
      case BEFORE_APPLICATION -> because(ProblemCode.EFFECTIVE_BEFORE_APPLICATION);
      case AFTER_CANCELLATION ->
          asked ? because(ProblemCode.SUBSCRIPTION_CANCELLED) : contradicts(found.fact());
      case LIFTED_BEFORE_START, ENDED_BEFORE_BEGUN, WITHDRAWN_BEFORE_GIVEN, TWICE ->
          contradicts(asked ? other(found.fact()) : found.fact());
    };
  }

  private Problem contradicts(Fact fact) {
    return because(
        ProblemCode.CONTRADICTS_LATER_ENTRY, name(fact.event()), Times.show(fact.effectiveAt()));
  }

  /** What an ending asked for does not fit: the beginning of what it ends. */
  private Fact other(Fact asked) {
    return life.facts().stream()
        .filter(fact -> begins(fact.event(), asked.event()))
        .findFirst()
        .orElse(asked);
  }

  private static boolean begins(SubscriptionEvent one, SubscriptionEvent ending) {
    return switch (one) {
      case SubscriptionSuspended suspended ->
          ending instanceof SuspensionLifted lifted
              && suspended.suspensionId().equals(lifted.suspensionId());
      case AmendmentObjected objected ->
          ending instanceof ObjectionWithdrawn withdrawn
              && objected.objectionId().equals(withdrawn.objectionId());
      case ConsentWithdrawn withdrawn ->
          ending instanceof ConsentWithdrawalSettled settled
              && withdrawn.withdrawalId().equals(settled.withdrawalId());
      default -> false;
    };
  }

  private static Object told(Object argument) {
    return argument instanceof Instant instant ? Times.show(instant) : argument;
  }

  private static String name(SubscriptionEvent event) {
    return EventNames.nameOf(event.getClass()).name();
  }

  private static String shown(Optional<Fact> fact) {
    return Times.show(fact.orElseThrow().effectiveAt());
  }

  private ArrayList<String> allowed() {
    var state = life.at(now);
    var actions = new ArrayList<String>();
    if (state.status().isLive()) {
      add(actions, life.activation().isEmpty(), "activate");
      add(actions, true, "suspend");
      add(actions, !state.open().isEmpty(), "lift-suspension");
      add(actions, !state.planned().isEmpty(), "withdraw-suspension");
      add(actions, life.endsAt() == null, "cancel");
      add(actions, life.endsAt() != null, "withdraw-cancellation");
      add(actions, true, "accept-terms");
    }
    add(actions, state.status() == Status.CANCELLED, "apply-again");
    add(actions, state.status() == Status.VOIDED, "apply-again");
    actions.add("correct");
    return actions;
  }

  private static void add(ArrayList<String> actions, boolean possible, String action) {
    if (possible) {
      actions.add(action);
    }
  }
}
