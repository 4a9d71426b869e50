package dev.keiyaku.projection.account;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Disclosure;
import dev.keiyaku.projection.reading.Page;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes answers of timelines. What an entry has become is a matter of all, also of later pages. */
@Component
class TimelineAnswers {

  private final EventDetails details;
  private final Disclosure disclosure;

  TimelineAnswers(EventDetails details, Disclosure disclosure) {
    this.details = details;
    this.disclosure = disclosure;
  }

  /**
   * A page of them.
   *
   * @param entries all that were known
   * @param after the sequence behind which the page begins
   * @throws Problem NOT_FOUND when nothing was known then
   */
  TimelineAnswer answer(
      List<TimelineEntry> entries, long after, int limit, Moment moment, Caller caller) {
    var timeline = Timelines.fold(entries);
    var applied = timeline.applied().orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    var items = new Items(timeline, moment.asOf(), applied.subscriberId(), caller);
    var found = entries.stream().filter(entry -> entry.sequence() > after).limit(limit + 1L);
    var page =
        Page.of(
            found.toList(),
            limit,
            Page.Count.of(entries.size()),
            entry -> Long.toString(entry.sequence()));
    return TimelineAnswer.of(
        applied.subscriptionId(), timeline.version(), moment, page.map(items::item));
  }

  /** The entries of one answer. */
  private final class Items {

    private final SubscriptionTimeline timeline;
    private final Instant asOf;
    private final String subscriber;
    private final Caller caller;

    Items(SubscriptionTimeline timeline, Instant asOf, String subscriber, Caller caller) {
      this.timeline = timeline;
      this.asOf = asOf;
      this.subscriber = subscriber;
      this.caller = caller;
    }

    TimelineAnswer.Item item(TimelineEntry entry) {
      var recorded = entry.recorded();
      var marks = Mark.of(timeline, recorded, asOf);
      var purpose = Purposes.reason(entry.subscriptionId());
      return new TimelineAnswer.Item(
          entry.sequence(),
          entry.eventId(),
          entry.name().name(),
          entry.name().revision(),
          entry.position(),
          entry.effectiveAt(),
          marks.contains(Mark.VOIDED) ? null : Mark.holdsFrom(timeline, recorded),
          entry.recordedAt(),
          marks,
          Mark.correctedBy(timeline, entry.eventId()),
          entry.by(),
          disclosure.to(caller, subscriber, purpose, entry.event().reason()),
          details.of(entry.event(), subscriber, caller));
    }
  }
}
