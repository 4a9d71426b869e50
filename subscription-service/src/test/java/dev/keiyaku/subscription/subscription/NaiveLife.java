package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
      case SubscriptionActivated _, TermsAccepted _, AmendmentObjected _, ConsentWithdrawn _ ->
          true;
      case ObjectionWithdrawn withdrawn -> objected(withdrawn.objectionId());
      case SubscriptionSuspended suspended -> !neverBegan(suspended.suspensionId());
      case SuspensionLifted lifted -> declared(lifted.suspensionId());
      default -> false;
    };
  }

  private boolean declared(String suspension) {
    return standing(SubscriptionSuspended.class)
        .anyMatch(e -> ((SubscriptionSuspended) e.event()).suspensionId().equals(suspension));
  }

  /** The objections that stand at an instant, whether or not the contract does. */
  Set<String> objections(Instant at) {
    return standing(AmendmentObjected.class)
        .filter(entry -> !at.isBefore(effective(entry)))
        .map(entry -> ((AmendmentObjected) entry.event()).objectionId())
        .filter(id ->
            standing(ObjectionWithdrawn.class)
                .filter(e -> ((ObjectionWithdrawn) e.event()).objectionId().equals(id))
                .noneMatch(e -> !at.isBefore(effective(e))))
        .collect(Collectors.toSet());
  }

  /** The items of 第7条 1 whose consent is withdrawn at an instant. */
  Set<Integer> withdrawnItems(Instant at) {
    var items = new HashSet<Integer>();
    standing(SubscriptionEvent.class)
        .filter(entry -> !at.isBefore(effective(entry)))
        .sorted(Comparator.comparing(this::effective).thenComparing(RecordedEvent::sequence))
        .forEach(entry -> {
          if (entry.event() instanceof TermsAccepted) {
            items.clear();
          } else if (entry.event() instanceof ConsentWithdrawn withdrawn) {
            withdrawn.items().forEach(item -> items.add(item.number()));
          }
        });
    return items;
  }

  /** The withdrawals of consent that no agent has settled by an instant. */
  Set<String> unsettled(Instant at) {
    return standing(ConsentWithdrawn.class)
        .filter(entry -> !at.isBefore(effective(entry)))
        .filter(entry ->
            standing(ConsentWithdrawalSettled.class)
                .filter(e -> isFounded(entry, (ConsentWithdrawalSettled) e.event()))
                .min(Comparator.comparing(RecordedEvent::sequence))
                .filter(e -> !at.isBefore(effective(e)))
                .isEmpty())
        .map(entry -> ((ConsentWithdrawn) entry.event()).withdrawalId())
        .collect(Collectors.toSet());
  }

  private boolean isFounded(
      RecordedEvent<SubscriptionEvent> withdrawal, ConsentWithdrawalSettled settled) {
    var withdrawn = (ConsentWithdrawn) withdrawal.event();
    return withdrawn.withdrawalId().equals(settled.withdrawalId())
        && switch (settled.settlement()) {
          case KEPT -> true;
          case CANCELLED -> end().isPresent();
          case RENEWED -> standing(TermsAccepted.class).anyMatch(act -> follows(act, withdrawal));
        };
  }

  private boolean follows(
      RecordedEvent<SubscriptionEvent> one, RecordedEvent<SubscriptionEvent> other) {
    var order = effective(one).compareTo(effective(other));
    return order > 0 || (order == 0 && one.sequence() > other.sequence());
  }

  private boolean objected(String objection) {
    return standing(AmendmentObjected.class)
        .anyMatch(e -> ((AmendmentObjected) e.event()).objectionId().equals(objection));
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
