package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;

/**
 * An entry that stands, after corrections.
 *
 * @param entry the entry as recorded
 * @param effectiveAt when it holds, UTC: the entry's own time, or the one it was corrected to
 * @param assertedAt when it was last asserted in this form, UTC: recorded, corrected or restored
 */
public record Fact(
    RecordedEvent<SubscriptionEvent> entry, Instant effectiveAt, Instant assertedAt) {

  /** The event as recorded. Its own effective time may since have been corrected. */
  public SubscriptionEvent event() {
    return entry.event();
  }
}
