package dev.keiyaku.contract.subscription;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A subscription over effective time, as known: what stands after corrections, as intervals.
 * Immutable; the state at an instant is computed when asked.
 */
public final class Life {

  private final boolean recorded;
  private final List<Fact> facts;
  private final List<Suspension> suspensions;

  Life(boolean recorded, List<Fact> facts) {
    this.recorded = recorded;
    this.facts = facts;
    this.suspensions =
        of(SubscriptionSuspended.class)
            .map(this::suspension)
            .sorted(Comparator.comparing(Suspension::startsAt))
            .toList();
  }

  /** The facts that stand, in the order of recording. */
  public List<Fact> facts() {
    return facts;
  }

  /** The application; empty when nothing is recorded, or when it was voided. */
  public Optional<Fact> application() {
    return of(SubscriptionApplied.class).findFirst();
  }

  /** The activation. */
  public Optional<Fact> activation() {
    return of(SubscriptionActivated.class).findFirst();
  }

  /** The cancellation that stands: neither withdrawn nor voided. */
  public Optional<Fact> cancellation() {
    return cancellations().findFirst();
  }

  /** The acceptances, in the order of recording. */
  public List<Fact> acceptances() {
    return of(TermsAccepted.class).toList();
  }

  /** The objections to amendments, withdrawn ones included, by time. */
  public List<Objection> objections() {
    return Objection.of(this);
  }

  /** The withdrawals of consent to items about data, settled ones included, by time. */
  public List<ConsentWithdrawal> consentWithdrawals() {
    return ConsentWithdrawal.of(this);
  }

  /** All suspensions that stand, withdrawn ones included, by start. */
  public List<Suspension> suspensions() {
    return suspensions;
  }

  /** The suspension of that id. */
  public Optional<Suspension> suspension(String suspensionId) {
    return suspensions.stream()
        .filter(suspension -> suspension.suspensionId().equals(suspensionId))
        .findFirst();
  }

  /** What ended a suspension of its own: its lift or its withdrawal. */
  public Optional<Fact> ending(String suspensionId) {
    return endingsOf(suspensionId).findFirst();
  }

  /** The first instant of the contract, UTC; null when it never was. */
  public @Nullable Instant beginsAt() {
    return application().map(Fact::effectiveAt).orElse(null);
  }

  /** The first instant after the contract, UTC; null while no end is known. */
  public @Nullable Instant endsAt() {
    return cancellation().map(Fact::effectiveAt).orElse(null);
  }

  /** The effective state at an instant, UTC. */
  public State at(Instant at) {
    return intervals().at(at);
  }

  /** What the state at any instant depends on. */
  public Intervals intervals() {
    var activatedAt = activation().map(Fact::effectiveAt).orElse(null);
    return new Intervals(recorded, beginsAt(), activatedAt, endsAt(), suspensions);
  }

  /** What two standing facts contradict each other, if any do. */
  public Optional<Contradiction> contradiction() {
    return Contradiction.in(this);
  }

  Stream<Fact> of(Class<? extends SubscriptionEvent> type) {
    return facts.stream().filter(fact -> type.isInstance(fact.event()));
  }

  Stream<Fact> cancellations() {
    return of(SubscriptionCancelled.class).filter(cancelled -> !isWithdrawn(cancelled));
  }

  Stream<Fact> endingsOf(String suspensionId) {
    return facts.stream().filter(fact -> suspensionId.equals(endedBy(fact.event())));
  }

  private static @Nullable String endedBy(SubscriptionEvent event) {
    return switch (event) {
      case SuspensionLifted lifted -> lifted.suspensionId();
      case SuspensionWithdrawn withdrawn -> withdrawn.suspensionId();
      default -> null;
    };
  }

  private boolean isWithdrawn(Fact cancelled) {
    var id = ((SubscriptionCancelled) cancelled.event()).cancellationId();
    return of(CancellationWithdrawn.class)
        .anyMatch(fact -> ((CancellationWithdrawn) fact.event()).cancellationId().equals(id));
  }

  private Suspension suspension(Fact fact) {
    var declared = (SubscriptionSuspended) fact.event();
    var ending = ending(declared.suspensionId());
    var lifted =
        ending
            .filter(end -> end.event() instanceof SuspensionLifted)
            .map(Fact::effectiveAt)
            .orElse(null);
    var withdrawn = ending.isPresent() && lifted == null;
    return new Suspension(
        fact.entry().eventId(),
        declared,
        fact.effectiveAt(),
        earlier(lifted, endsAt()),
        lifted,
        withdrawn);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
