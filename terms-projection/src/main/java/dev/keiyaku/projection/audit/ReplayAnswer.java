package dev.keiyaku.projection.audit;

import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.projection.account.AccountAnswer;
import dev.keiyaku.projection.account.Provenance;
import dev.keiyaku.projection.reading.Revealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A subscription folded from its events just now, beside the rows that answer queries.
 *
 * @param version the last stream version folded
 * @param asOf the effective instant of {@code folded} and {@code live}
 * @param equal whether every row is as the events say
 * @param differences each field that is not
 * @param steps the state after each event
 * @param folded what the events come to
 * @param live what the rows come to; null when there are none, or when they cannot be read
 */
record ReplayAnswer(
    String subscriptionId,
    long version,
    Instant asOf,
    boolean equal,
    List<Difference> differences,
    List<Step> steps,
    AccountAnswer folded,
    @Nullable AccountAnswer live) {

  /**
   * One event, and what was known after it.
   *
   * @param state as known when it was recorded, of that instant
   * @param changes what it changed in what stands, over all effective time
   */
  record Step(
      long sequence,
      String eventId,
      String event,
      int revision,
      long position,
      Instant effectiveAt,
      Instant recordedAt,
      Provenance by,
      @Nullable Revealed reason,
      JsonNode details,
      StateThen state,
      List<Change> changes) {}

  /** The effective state at an instant. */
  record StateThen(
      Instant at,
      Status status,
      boolean usable,
      List<String> openSuspensions,
      List<String> plannedSuspensions) {}

  /** A field before and after an event. */
  record Change(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}
}
