package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.Contradiction;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;

/** Refusals that say what state forbids it, and what is possible instead. */
record Refused(Life life, Instant now) {

  Problem because(ProblemCode code) {
    return Problem.of(code)
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
          because(asked ? ProblemCode.SUBSCRIPTION_CANCELLED : ProblemCode.CONTRADICTS_LATER_ENTRY);
      case LIFTED_BEFORE_START, TWICE -> because(ProblemCode.CONTRADICTS_LATER_ENTRY);
    };
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
