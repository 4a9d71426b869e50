package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bitemporal meaning of a stream once more, straight from the words of the domain and slowly:
 * every question looks at every entry. Shares nothing with the contract's fold but the events.
 */
record NaiveLife(List<RecordedEvent<SubscriptionEvent>> known) {

  static NaiveLife knownAt(List<RecordedEvent<SubscriptionEvent>> entries, Instant recorded) {
    return new NaiveLife(
        entries.stream().filter(entry -> !entry.recordedAt().isAfter(recorded)).toList());
  }

  Status statusAt(Instant at) {
    if (known.isEmpty()) {
      return Status.NONE;
    } else if (standing(SubscriptionApplied.class).findAny().isEmpty()) {
      return Status.VOIDED;
    } else if (!holds(SubscriptionApplied.class, at)) {
      return Status.NONE;
    } else if (endedAt(at)) {
      return Status.CANCELLED;
    } else if (!holds(SubscriptionActivated.class, at)) {
      return Status.APPLIED;
    }
    return suspendedAt(at) ? Status.SUSPENDED : Status.ACTIVE;
  }

  /** The end that stands, if any does. */
  Optional<RecordedEvent<SubscriptionEvent>> end() {
    return standing(SubscriptionCancelled.class)
        .filter(end -> !withdrawn(((SubscriptionCancelled) end.event()).cancellationId()))
        .findAny();
  }

  Instant effective(RecordedEvent<SubscriptionEvent> entry) {
    var time = entry.event().effectiveAt();
    for (var other : known) {
      if (other.event() instanceof EntryCorrected correction
          && correction.correctedEventId().equals(entry.eventId())
          && correction.retimedTo() != null
          && !voided(other)) {
        time = correction.retimedTo();
      }
    }
    return time;
  }

  boolean voided(RecordedEvent<SubscriptionEvent> entry) {
    return known.stream()
        .anyMatch(other ->
            other.event() instanceof EntryCorrected correction
                && correction.kind() == EntryCorrected.Kind.VOID
                && correction.correctedEventId().equals(entry.eventId())
                && !voided(other));
  }

  /** Whether something is known to hold at a time between the two that needs the contract. */
  boolean livesOn(Instant from, Instant until) {
    return standing(SubscriptionEvent.class)
        .filter(entry -> needsTheContract(entry.event()))
        .map(this::effective)
        .anyMatch(at -> !at.isBefore(from) && !at.isAfter(until));
  }

  boolean needsTheContract(SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionActivated _, TermsAccepted _ -> true;
      case SubscriptionSuspended suspended -> !neverBegan(suspended.suspensionId());
      case SuspensionLifted lifted -> declared(lifted.suspensionId());
      default -> false;
    };
  }

  private boolean declared(String suspension) {
    return standing(SubscriptionSuspended.class)
        .anyMatch(e -> ((SubscriptionSuspended) e.event()).suspensionId().equals(suspension));
  }

  private Stream<RecordedEvent<SubscriptionEvent>> standing(Class<?> kind) {
    return known.stream().filter(e -> kind.isInstance(e.event())).filter(e -> !voided(e));
  }

  private boolean holds(Class<?> kind, Instant at) {
    return standing(kind).anyMatch(entry -> !at.isBefore(effective(entry)));
  }

  private boolean endedAt(Instant at) {
    return end().filter(end -> !at.isBefore(effective(end))).isPresent();
  }

  private boolean withdrawn(String cancellation) {
    return standing(CancellationWithdrawn.class)
        .anyMatch(e -> ((CancellationWithdrawn) e.event()).cancellationId().equals(cancellation));
  }

  private boolean suspendedAt(Instant at) {
    return standing(SubscriptionSuspended.class)
        .filter(entry -> !at.isBefore(effective(entry)))
        .map(entry -> ((SubscriptionSuspended) entry.event()).suspensionId())
        .anyMatch(id -> !neverBegan(id) && !liftedBy(id, at));
  }

  private boolean neverBegan(String suspension) {
    return standing(SuspensionWithdrawn.class)
        .anyMatch(e -> ((SuspensionWithdrawn) e.event()).suspensionId().equals(suspension));
  }

  private boolean liftedBy(String suspension, Instant at) {
    return standing(SuspensionLifted.class)
        .filter(e -> ((SuspensionLifted) e.event()).suspensionId().equals(suspension))
        .anyMatch(e -> !at.isBefore(effective(e)));
  }
}
