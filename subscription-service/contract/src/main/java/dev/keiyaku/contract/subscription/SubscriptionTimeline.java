package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything recorded of one subscription, in order, and what it means: the fold that the
 * aggregate, the projectors, the queries and the audit share. Immutable.
 *
 * <p>Two times run through it: {@link #knownAt} cuts by the recorded one, {@link Life#at} asks by
 * the effective one.
 */
public final class SubscriptionTimeline {

  private static final SubscriptionTimeline EMPTY = new SubscriptionTimeline(List.of());

  private final List<RecordedEvent<SubscriptionEvent>> entries;
  private final Life life;

  private SubscriptionTimeline(List<RecordedEvent<SubscriptionEvent>> entries) {
    this.entries = entries;
    this.life = new Life(!entries.isEmpty(), Corrections.standing(entries));
  }

  /** Nothing recorded yet. */
  public static SubscriptionTimeline empty() {
    return EMPTY;
  }

  /** The timeline of these entries, in the order of their sequence. */
  public static SubscriptionTimeline of(List<RecordedEvent<SubscriptionEvent>> entries) {
    return new SubscriptionTimeline(List.copyOf(entries));
  }

  /** The timeline with one more entry, which must follow the last. */
  public SubscriptionTimeline plus(RecordedEvent<SubscriptionEvent> entry) {
    return new SubscriptionTimeline(Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  /** The timeline as it was known at a recorded instant, UTC. */
  public SubscriptionTimeline knownAt(Instant recorded) {
    return new SubscriptionTimeline(
        entries.stream().filter(entry -> !entry.recordedAt().isAfter(recorded)).toList());
  }

  /** What was recorded, in order, corrections included. */
  public List<RecordedEvent<SubscriptionEvent>> entries() {
    return entries;
  }

  /** The entry of that event id. */
  public Optional<RecordedEvent<SubscriptionEvent>> entry(String eventId) {
    return entries.stream().filter(entry -> entry.eventId().equals(eventId)).findFirst();
  }

  /** Whether a correction that stands says that the entry should never have been made. */
  public boolean isVoided(String eventId) {
    return Corrections.isVoided(entries, eventId);
  }

  /** The application as recorded, even if voided since; empty when nothing is recorded. */
  public Optional<SubscriptionApplied> applied() {
    return entries.stream()
        .map(RecordedEvent::event)
        .filter(SubscriptionApplied.class::isInstance)
        .map(SubscriptionApplied.class::cast)
        .findFirst();
  }

  /** What stands of it, over effective time. */
  public Life life() {
    return life;
  }

  /** The stream version: the last sequence number; -1 when nothing is recorded. */
  public long version() {
    return entries.isEmpty() ? -1 : entries.getLast().sequence();
  }
}
