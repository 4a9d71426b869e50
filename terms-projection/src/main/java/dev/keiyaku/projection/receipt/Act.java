package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An act of acceptance as recorded, and what became of it, as known.
 *
 * @param acceptedAt when it holds, UTC, after corrections; as entered when it was voided
 * @param voided the correction that says it was a mistake; null while it stands
 */
record Act(
    RecordedEvent<SubscriptionEvent> entry,
    TermsAccepted accepted,
    Instant acceptedAt,
    @Nullable RecordedEvent<SubscriptionEvent> voided) {

  /** Every act of a subscription, mistaken ones too, in the order of recording. */
  static List<Act> of(SubscriptionTimeline timeline) {
    return timeline.entries().stream()
        .filter(entry -> entry.event() instanceof TermsAccepted)
        .map(entry -> of(entry, timeline))
        .toList();
  }

  String acceptanceId() {
    return accepted.acceptanceId();
  }

  /** Whether it was made by the instant. */
  boolean madeBy(Instant at) {
    return !acceptedAt.isAfter(at);
  }

  private static Act of(RecordedEvent<SubscriptionEvent> entry, SubscriptionTimeline timeline) {
    var accepted = (TermsAccepted) entry.event();
    var fact =
        timeline.life().acceptances().stream()
            .filter(made -> made.entry().eventId().equals(entry.eventId()))
            .findFirst();
    return new Act(
        entry,
        accepted,
        fact.map(Fact::effectiveAt).orElse(accepted.effectiveAt()),
        fact.isPresent() ? null : voiding(entry, timeline).orElse(entry));
  }

  /** The last correction that voids it and stands. */
  private static Optional<RecordedEvent<SubscriptionEvent>> voiding(
      RecordedEvent<SubscriptionEvent> entry, SubscriptionTimeline timeline) {
    return timeline.entries().stream()
        .filter(later ->
            later.event() instanceof EntryCorrected corrected
                && corrected.kind() == EntryCorrected.Kind.VOID
                && corrected.correctedEventId().equals(entry.eventId())
                && !timeline.isVoided(later.eventId()))
        .reduce((earlier, later) -> later);
  }
}
