package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import java.time.Instant;
import java.util.List;

/**
 * The subscriber withdrew the consent to an item about data, given by an act.
 *
 * @param item its number in 第7条 1
 * @param acceptanceId the act
 * @param at from when, UTC, after corrections
 */
record Withdrawal(String eventId, int item, String acceptanceId, Instant at, Instant recordedAt) {

  /** Those that stand. No event says one yet: what will, is read here. */
  static List<Withdrawal> of(SubscriptionTimeline timeline) {
    return List.of();
  }

  boolean concerns(String acceptance, int number) {
    return acceptanceId.equals(acceptance) && item == number;
  }
}
