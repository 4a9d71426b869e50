package dev.keiyaku.projection.account;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.Disclosure;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything recorded of a subscription. */
@RestController
class TimelineController {

  private final VisibleAccounts visible;
  private final Accounts accounts;
  private final EventDetails details;
  private final Disclosure disclosure;
  private final MinVersion minVersion;
  private final Clock clock;

  TimelineController(
      VisibleAccounts visible,
      Accounts accounts,
      EventDetails details,
      Disclosure disclosure,
      MinVersion minVersion,
      Clock clock) {
    this.visible = visible;
    this.accounts = accounts;
    this.details = details;
    this.disclosure = disclosure;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/v1/subscriptions/{id}/timeline")
  ResponseEntity<TimelineAnswer> timeline(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      Caller caller) {
    var asked = Asked.of(parameters, Moment.AS_OF, Moment.KNOWN_AT, "minVersion");
    var moment = Moment.of(asked, clock);
    minVersion.await(asked.number("minVersion"), () -> accounts.version(id));
    var entries =
        visible.timeline(id, caller).stream()
            .filter(
                entry -> moment.knownAt() == null || !entry.recordedAt().isAfter(moment.knownAt()))
            .toList();
    var timeline = Timelines.fold(entries);
    var subscriber =
        timeline.applied().orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND)).subscriberId();
    var items =
        entries.stream().map(entry -> item(entry, timeline, moment, subscriber, caller)).toList();
    return ResponseEntity.ok()
        .eTag(Long.toString(timeline.version()))
        .body(new TimelineAnswer(id, timeline.version(), moment.asOf(), moment.knownAt(), items));
  }

  private TimelineAnswer.Item item(
      TimelineEntry entry,
      SubscriptionTimeline timeline,
      Moment moment,
      String subscriber,
      Caller caller) {
    var recorded = entry.recorded();
    var marks = Mark.of(timeline, recorded, moment.asOf());
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
        disclosure.to(
            caller, subscriber, Purposes.reason(entry.subscriptionId()), entry.event().reason()),
        details.of(entry.event(), subscriber, caller));
  }
}
