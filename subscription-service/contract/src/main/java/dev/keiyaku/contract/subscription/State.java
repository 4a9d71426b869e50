package dev.keiyaku.contract.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effective state at an instant. This is its one definition: queries, search, history, audit
 * and decisions all ask here.
 *
 * @param at the instant asked, UTC
 * @param open the suspensions open then, in the order of their starts
 * @param planned the suspensions that begin later, as known
 * @param nextChange the next change of state that is known, null when none is
 */
public record State(
    Instant at,
    Status status,
    List<Suspension> open,
    List<Suspension> planned,
    @Nullable NextChange nextChange) {

  /** Whether the service can be used: activated, not cancelled, nothing open. */
  public boolean usable() {
    return status == Status.ACTIVE;
  }

  /** A change already known to come. */
  public record NextChange(Instant at, Status status) {}
}
