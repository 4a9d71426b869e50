package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import java.util.Set;

/** Which entries may be corrected, and how: {@code docs/corrections.md} says it in words. */
final class CorrectionTable {

  private static final Set<Kind> BOTH = Set.of(Kind.VOID, Kind.RETIME);
  private static final Set<Kind> VOID = Set.of(Kind.VOID);

  private CorrectionTable() {}

  static Set<Kind> kinds(Class<?> event) {
    return event == SubscriptionActivated.class
            || event == SubscriptionSuspended.class
            || event == SuspensionLifted.class
            || event == SubscriptionCancelled.class
        ? BOTH
        : VOID;
  }

  /** Whether an entry may be corrected so, as the timeline stands. */
  static boolean allows(SubscriptionTimeline timeline, String eventId, Kind kind) {
    var entry = timeline.entry(eventId).orElseThrow();
    return kinds(entry.event().getClass()).contains(kind)
        && !timeline.isVoided(eventId)
        && switch (entry.event()) {
          case SubscriptionApplied _,
              SubscriptionActivated _,
              SuspensionLifted _,
              SuspensionWithdrawn _,
              CancellationWithdrawn _,
              EntryCorrected _ ->
              true;
          // The application's own acceptance goes with the application.
          case TermsAccepted _ -> entry.sequence() > 1;
          case SubscriptionSuspended suspended ->
              kind == Kind.VOID || takesEffect(timeline, suspended);
          case SubscriptionCancelled _ -> kind == Kind.VOID || stands(timeline, eventId);
        };
  }

  /** Another time for what was withdrawn would mean nothing. */
  private static boolean takesEffect(SubscriptionTimeline timeline, SubscriptionSuspended event) {
    return timeline.life().suspension(event.suspensionId()).filter(s -> !s.withdrawn()).isPresent();
  }

  private static boolean stands(SubscriptionTimeline timeline, String eventId) {
    return timeline
        .life()
        .cancellation()
        .filter(c -> c.entry().eventId().equals(eventId))
        .isPresent();
  }
}
