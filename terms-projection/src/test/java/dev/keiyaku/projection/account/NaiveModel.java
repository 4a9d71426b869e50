package dev.keiyaku.projection.account;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules in the plainest words, sharing nothing with the fold: every question reads the whole
 * list of entries again.
 */
record NaiveModel(List<RecordedEvent<SubscriptionEvent>> entries) {

  private static final Duration HOUR = Duration.ofHours(1);

  NaiveModel knownAt(Instant known) {
    return new NaiveModel(entries.stream().filter(e -> !e.recordedAt().isAfter(known)).toList());
  }

  Status status(Instant at) {
    if (standing(SubscriptionApplied.class).findAny().isEmpty()) {
      return Status.VOIDED;
    }
    if (!hasCome(SubscriptionApplied.class, at, _ -> true)) {
      return Status.NONE;
    }
    if (hasCome(SubscriptionCancelled.class, at, c -> !isWithdrawn(c))) {
      return Status.CANCELLED;
    }
    if (!hasCome(SubscriptionActivated.class, at, _ -> true)) {
      return Status.APPLIED;
    }
    return open(at).isEmpty() ? Status.ACTIVE : Status.SUSPENDED;
  }

  /**
   * The first of the full hours to come at which the status is another; all lives keep to hours.
   */
  @Nullable Instant nextChange(Instant at) {
    return Stream.iterate(at.plus(HOUR), hour -> hour.plus(HOUR))
        .limit(100)
        .filter(hour -> status(hour) != status(at))
        .findFirst()
        .orElse(null);
  }

  /** The ids of the suspensions open at the instant, if the contract lives. */
  Set<String> open(Instant at) {
    if (!hasCome(SubscriptionApplied.class, at, _ -> true)
        || hasCome(SubscriptionCancelled.class, at, c -> !isWithdrawn(c))) {
      return Set.of();
    }
    return standing(SubscriptionSuspended.class)
        .filter(entry -> !holds(entry).isAfter(at))
        .map(entry -> (SubscriptionSuspended) entry.event())
        .filter(suspended ->
            !hasCome(
                SuspensionLifted.class, at, l -> l.suspensionId().equals(suspended.suspensionId())))
        .filter(suspended ->
            standing(SuspensionWithdrawn.class)
                .noneMatch(w ->
                    ((SuspensionWithdrawn) w.event())
                        .suspensionId()
                        .equals(suspended.suspensionId())))
        .map(SubscriptionSuspended::suspensionId)
        .collect(Collectors.toSet());
  }

  /** What an agent has to see, while the contract lives. */
  Set<Flag> flags(Instant at) {
    var flags = EnumSet.noneOf(Flag.class);
    if (!status(at).isLive()) {
      return flags;
    }
    var objections =
        standing(AmendmentObjected.class)
            .filter(entry -> !holds(entry).isAfter(at))
            .map(entry -> ((AmendmentObjected) entry.event()).objectionId());
    if (objections.anyMatch(
        id -> !hasCome(ObjectionWithdrawn.class, at, w -> w.objectionId().equals(id)))) {
      flags.add(Flag.OBJECTION);
    }
    if (standing(ConsentWithdrawn.class)
        .filter(entry -> !holds(entry).isAfter(at))
        .anyMatch(entry -> !isSettled(entry, at))) {
      flags.add(Flag.CONSENT_WITHDRAWN);
    }
    return flags;
  }

  /** The first settlement that rests on something counts. */
  private boolean isSettled(RecordedEvent<SubscriptionEvent> withdrawal, Instant at) {
    var id = ((ConsentWithdrawn) withdrawal.event()).withdrawalId();
    return standing(ConsentWithdrawalSettled.class)
        .filter(entry -> ((ConsentWithdrawalSettled) entry.event()).withdrawalId().equals(id))
        .filter(entry ->
            switch (((ConsentWithdrawalSettled) entry.event()).settlement()) {
              case KEPT -> true;
              case RENEWED ->
                  standing(TermsAccepted.class).anyMatch(act -> isAfter(act, withdrawal));
              case CANCELLED ->
                  standing(SubscriptionCancelled.class)
                      .anyMatch(end -> !isWithdrawn((SubscriptionCancelled) end.event()));
            })
        .findFirst()
        .filter(entry -> !holds(entry).isAfter(at))
        .isPresent();
  }

  private boolean isAfter(
      RecordedEvent<SubscriptionEvent> one, RecordedEvent<SubscriptionEvent> other) {
    return holds(one).isAfter(holds(other))
        || (holds(one).equals(holds(other)) && one.sequence() > other.sequence());
  }

  /** The version of the last acceptance made by the instant. */
  @Nullable String accepted(Instant at) {
    return standing(TermsAccepted.class)
        .filter(entry -> !holds(entry).isAfter(at))
        .max(
            Comparator.<RecordedEvent<SubscriptionEvent>, Instant>comparing(this::holds)
                .thenComparing(RecordedEvent::sequence))
        .map(entry -> ((TermsAccepted) entry.event()).terms().version())
        .orElse(null);
  }

  private boolean isWithdrawn(SubscriptionCancelled cancelled) {
    return standing(CancellationWithdrawn.class)
        .anyMatch(w ->
            ((CancellationWithdrawn) w.event())
                .cancellationId()
                .equals(cancelled.cancellationId()));
  }

  private <E extends SubscriptionEvent> boolean hasCome(
      Class<E> type, Instant at, Predicate<E> which) {
    return standing(type).anyMatch(e -> which.test(type.cast(e.event())) && !holds(e).isAfter(at));
  }

  private Stream<RecordedEvent<SubscriptionEvent>> standing(
      Class<? extends SubscriptionEvent> type) {
    return entries.stream().filter(e -> type.isInstance(e.event()) && stands(e));
  }

  private boolean stands(RecordedEvent<SubscriptionEvent> entry) {
    return corrections(entry).noneMatch(c -> c.kind() == EntryCorrected.Kind.VOID);
  }

  private Instant holds(RecordedEvent<SubscriptionEvent> entry) {
    return corrections(entry)
        .filter(c -> c.kind() == EntryCorrected.Kind.RETIME)
        .reduce((_, later) -> later)
        .map(c -> Objects.requireNonNull(c.retimedTo()))
        .orElse(entry.event().effectiveAt());
  }

  /** Those that name it and stand themselves, in the order of recording. */
  private Stream<EntryCorrected> corrections(RecordedEvent<SubscriptionEvent> entry) {
    return entries.stream()
        .filter(e ->
            e.event() instanceof EntryCorrected c && c.correctedEventId().equals(entry.eventId()))
        .filter(this::stands)
        .map(e -> (EntryCorrected) e.event());
  }
}
