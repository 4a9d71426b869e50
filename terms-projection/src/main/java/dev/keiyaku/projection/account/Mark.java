package dev.keiyaku.projection.account;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.Suspension;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What has become of an entry: nothing on a timeline is hidden, so it is marked. */
public enum Mark {
  /** It begins to hold later than the instant asked. */
  FUTURE,
  /** It was withdrawn before it began. */
  WITHDRAWN,
  /** The contract's end came first: it never takes effect. */
  OVERTAKEN,
  /** A correction says that it should never have been made. */
  VOIDED,
  /** It holds, but a correction says from when. */
  RETIMED;

  static Set<Mark> of(
      SubscriptionTimeline timeline, RecordedEvent<SubscriptionEvent> entry, Instant asOf) {
    var marks = EnumSet.noneOf(Mark.class);
    if (timeline.isVoided(entry.eventId())) {
      marks.add(VOIDED);
      return marks;
    }
    var holdsFrom = holdsFrom(timeline, entry);
    if (holdsFrom.isAfter(asOf)) {
      marks.add(FUTURE);
    }
    if (!holdsFrom.equals(entry.event().effectiveAt())) {
      marks.add(RETIMED);
    }
    addOutcome(timeline, entry.event(), marks);
    return marks;
  }

  /** From when an entry holds: the time entered, or the one it was corrected to. */
  static Instant holdsFrom(SubscriptionTimeline timeline, RecordedEvent<SubscriptionEvent> entry) {
    return timeline.life().facts().stream()
        .filter(fact -> fact.entry().eventId().equals(entry.eventId()))
        .findFirst()
        .map(Fact::effectiveAt)
        .orElse(entry.event().effectiveAt());
  }

  private static void addOutcome(
      SubscriptionTimeline timeline, SubscriptionEvent event, Set<Mark> marks) {
    switch (event) {
      case SubscriptionSuspended suspended ->
          timeline
              .life()
              .suspension(suspended.suspensionId())
              .ifPresent(suspension -> addOutcome(suspension, marks));
      case SubscriptionCancelled cancelled -> {
        if (isWithdrawn(timeline, cancelled)) {
          marks.add(WITHDRAWN);
        }
      }
      default -> {}
    }
  }

  private static void addOutcome(Suspension suspension, Set<Mark> marks) {
    if (suspension.withdrawn()) {
      marks.add(WITHDRAWN);
    } else if (!suspension.takesEffect()) {
      marks.add(OVERTAKEN);
    }
  }

  private static boolean isWithdrawn(
      SubscriptionTimeline timeline, SubscriptionCancelled cancelled) {
    return timeline.life().facts().stream()
        .anyMatch(fact ->
            fact.event() instanceof CancellationWithdrawn withdrawn
                && withdrawn.cancellationId().equals(cancelled.cancellationId()));
  }

  /** The corrections that name an entry. */
  static List<String> correctedBy(SubscriptionTimeline timeline, String eventId) {
    return timeline.entries().stream()
        .filter(entry ->
            entry.event() instanceof EntryCorrected correction
                && correction.correctedEventId().equals(eventId))
        .map(RecordedEvent::eventId)
        .toList();
  }
}
