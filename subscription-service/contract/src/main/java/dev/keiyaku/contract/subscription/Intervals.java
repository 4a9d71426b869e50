package dev.keiyaku.contract.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as half-open intervals over effective time: all that its state at an instant
 * depends on. A row may hold them, so that whoever reads rows asks the same definition as whoever
 * folds events.
 *
 * @param recorded whether anything is recorded of it at all
 * @param beginsAt the first instant of the contract, UTC; null when it never was
 * @param activatedAt when use began or begins, UTC; null while that is not known
 * @param endsAt the first instant after the contract, UTC; null while no end is known
 * @param suspensions those that stand, withdrawn ones included, by start
 */
public record Intervals(
    boolean recorded,
    @Nullable Instant beginsAt,
    @Nullable Instant activatedAt,
    @Nullable Instant endsAt,
    List<Suspension> suspensions) {

  /** The effective state at an instant, UTC. */
  public State at(Instant at) {
    var status = statusAt(at);
    var open = suspensions.stream().filter(s -> status.isLive() && s.isOpenAt(at)).toList();
    var planned = suspensions.stream().filter(s -> status.isLive() && s.isPlannedAt(at)).toList();
    return new State(at, status, open, planned, nextChange(at));
  }

  private Status statusAt(Instant at) {
    if (beginsAt == null) {
      return recorded ? Status.VOIDED : Status.NONE;
    } else if (at.isBefore(beginsAt)) {
      return Status.NONE;
    } else if (endsAt != null && !at.isBefore(endsAt)) {
      return Status.CANCELLED;
    } else if (activatedAt == null || at.isBefore(activatedAt)) {
      return Status.APPLIED;
    }
    return suspensions.stream().anyMatch(s -> s.isOpenAt(at)) ? Status.SUSPENDED : Status.ACTIVE;
  }

  private State.@Nullable NextChange nextChange(Instant at) {
    var now = statusAt(at);
    return changes().tailSet(at, false).stream()
        .filter(change -> statusAt(change) != now)
        .findFirst()
        .map(change -> new State.NextChange(change, statusAt(change)))
        .orElse(null);
  }

  private TreeSet<Instant> changes() {
    var changes = new TreeSet<Instant>();
    Stream.concat(
            Stream.of(beginsAt, activatedAt, endsAt),
            suspensions.stream()
                .filter(Suspension::takesEffect)
                .flatMap(s -> Stream.of(s.startsAt(), s.endsAt())))
        .filter(Objects::nonNull)
        .forEach(changes::add);
    return changes;
  }
}
