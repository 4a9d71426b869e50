package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.EntryCorrected.Kind;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import java.util.Set;

/** Which entries may be corrected, and how: {@code docs/corrections.md} says it in words. */
final class CorrectionTable {

  private static final Set<Kind> BOTH = Set.of(Kind.VOID, Kind.RETIME);
  private static final Set<Kind> VOID = Set.of(Kind.VOID);
  private static final Set<Kind> NONE = Set.of();
  private static final Set<Class<?>> RETIMED =
      Set.of(
          SubscriptionActivated.class,
          SubscriptionSuspended.class,
          SuspensionLifted.class,
          SubscriptionCancelled.class,
          AmendmentObjected.class,
          ObjectionWithdrawn.class,
          ConsentWithdrawn.class);

  private CorrectionTable() {}

  static Set<Kind> kinds(Class<?> event) {
    if (event == TermsDisplayed.class) {
      return NONE;
    }
    return RETIMED.contains(event) ? BOTH : VOID;
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
              AmendmentObjected _,
              ObjectionWithdrawn _,
              ConsentWithdrawn _,
              ConsentWithdrawalSettled _,
              EntryCorrected _ ->
              true;
          // It goes with the act that it led to.
          case TermsDisplayed _ -> false;
          case TermsAccepted _ -> !isOfTheApplication(timeline, eventId);
          case SubscriptionSuspended suspended ->
              kind == Kind.VOID || takesEffect(timeline, suspended);
          case SubscriptionCancelled _ -> kind == Kind.VOID || stands(timeline, eventId);
        };
  }

  /** The application's own acceptance, the first, goes with the application. */
  private static boolean isOfTheApplication(SubscriptionTimeline timeline, String eventId) {
    return timeline.entries().stream()
        .filter(entry -> entry.event() instanceof TermsAccepted)
        .findFirst()
        .filter(first -> first.eventId().equals(eventId))
        .isPresent();
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
