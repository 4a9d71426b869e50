package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which entries stand once every correction is applied. A correction may name a correction, so they
 * are read from the latest to the earliest: a voided correction corrects nothing.
 */
final class Corrections {

  private final Map<String, EntryCorrected> standing = new HashMap<>();
  private final Map<String, Instant> touchedAt = new HashMap<>();

  private Corrections() {}

  /** The facts that stand, in the order of recording; corrections themselves are not among them. */
  static List<Fact> standing(List<RecordedEvent<SubscriptionEvent>> entries) {
    var corrections = of(entries);
    var facts = new ArrayList<Fact>();
    for (var entry : entries) {
      if (!(entry.event() instanceof EntryCorrected) && !corrections.voids(entry.eventId())) {
        facts.add(corrections.fact(entry));
      }
    }
    return List.copyOf(facts);
  }

  static boolean isVoided(List<RecordedEvent<SubscriptionEvent>> entries, String eventId) {
    return of(entries).voids(eventId);
  }

  private static Corrections of(List<RecordedEvent<SubscriptionEvent>> entries) {
    var corrections = new Corrections();
    entries.reversed().forEach(corrections::consider);
    return corrections;
  }

  private void consider(RecordedEvent<SubscriptionEvent> entry) {
    if (!(entry.event() instanceof EntryCorrected correction)) {
      return;
    }
    var touched = touchedAt.getOrDefault(entry.eventId(), entry.recordedAt());
    touchedAt.merge(correction.correctedEventId(), touched, Corrections::later);
    if (!voids(entry.eventId())) {
      standing.merge(correction.correctedEventId(), correction, Corrections::decisive);
    }
  }

  /** Seen from the latest: a void beats whatever else was said, else the latest word counts. */
  private static EntryCorrected decisive(EntryCorrected later, EntryCorrected earlier) {
    return later.kind() != EntryCorrected.Kind.VOID && earlier.kind() == EntryCorrected.Kind.VOID
        ? earlier
        : later;
  }

  private boolean voids(String eventId) {
    var correction = standing.get(eventId);
    return correction != null && correction.kind() == EntryCorrected.Kind.VOID;
  }

  private Fact fact(RecordedEvent<SubscriptionEvent> entry) {
    var correction = standing.get(entry.eventId());
    var effectiveAt =
        correction == null
            ? entry.event().effectiveAt()
            : Objects.requireNonNull(correction.retimedTo());
    var asserted = touchedAt.getOrDefault(entry.eventId(), entry.recordedAt());
    return new Fact(entry, effectiveAt, later(asserted, entry.recordedAt()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
