package dev.keiyaku.projection.account;

import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.reading.Revealed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything recorded of a subscription, in the order of recording; future, withdrawn and corrected
 * entries too, and marked as such; a page of it.
 *
 * @param version the stream version it shows; the ETag
 * @param asOf the effective instant that {@link Mark#FUTURE} refers to
 * @param knownAt the recorded instant asked; null: as known now
 * @param count how many entries there are in all
 * @param next the cursor of the next page; null when this is the last
 */
record TimelineAnswer(
    String subscriptionId,
    long version,
    Instant asOf,
    @Nullable Instant knownAt,
    List<Item> items,
    Page.Count count,
    @Nullable String next) {

  static TimelineAnswer of(String subscriptionId, long version, Moment moment, Page<Item> page) {
    return new TimelineAnswer(
        subscriptionId,
        version,
        moment.asOf(),
        moment.knownAt(),
        page.items(),
        page.count(),
        page.next());
  }

  /**
   * An entry.
   *
   * @param event its logical name, such as {@code subscription.suspended}
   * @param position its index among all events
   * @param effectiveAt when it holds, as entered
   * @param holdsFrom when it holds, after corrections; null when it is voided
   * @param recordedAt when we learned it
   * @param correctedBy the entries that correct it
   * @param details what else it says; personal texts as the caller may see them
   */
  record Item(
      long sequence,
      String eventId,
      String event,
      int revision,
      long position,
      Instant effectiveAt,
      @Nullable Instant holdsFrom,
      Instant recordedAt,
      Set<Mark> marks,
      List<String> correctedBy,
      Provenance by,
      @Nullable Revealed reason,
      JsonNode details) {}
}
