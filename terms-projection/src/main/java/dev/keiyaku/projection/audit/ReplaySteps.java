package dev.keiyaku.projection.audit;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.account.Account;
import dev.keiyaku.projection.account.EventDetails;
import dev.keiyaku.projection.account.TimelineEntry;
import dev.keiyaku.projection.reading.Disclosure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The states of a subscription, one after the other, as its events are folded. */
@Component
class ReplaySteps {

  private final EventDetails details;
  private final Disclosure disclosure;

  ReplaySteps(EventDetails details, Disclosure disclosure) {
    this.details = details;
    this.disclosure = disclosure;
  }

  List<ReplayAnswer.Step> of(List<TimelineEntry> entries, String subscriber, Caller caller) {
    var steps = new ArrayList<ReplayAnswer.Step>();
    var timeline = SubscriptionTimeline.empty();
    Account before = null;
    for (var entry : entries) {
      timeline = timeline.plus(entry.recorded());
      var after = Account.of(timeline).orElse(null);
      var state = timeline.life().at(entry.recordedAt());
      steps.add(step(entry, state, changes(before, after), subscriber, caller));
      before = after;
    }
    return steps;
  }

  private ReplayAnswer.Step step(
      TimelineEntry entry,
      State state,
      List<ReplayAnswer.Change> changes,
      String subscriber,
      Caller caller) {
    var purpose = Purposes.reason(entry.subscriptionId());
    return new ReplayAnswer.Step(
        entry.sequence(),
        entry.eventId(),
        entry.name().name(),
        entry.name().revision(),
        entry.position(),
        entry.effectiveAt(),
        entry.recordedAt(),
        entry.by(),
        disclosure.to(caller, subscriber, purpose, entry.event().reason()),
        details.of(entry.event(), subscriber, caller),
        then(state),
        changes);
  }

  private static ReplayAnswer.StateThen then(State state) {
    return new ReplayAnswer.StateThen(
        state.at(), state.status(), state.usable(), ids(state.open()), ids(state.planned()));
  }

  private static List<String> ids(List<Suspension> suspensions) {
    return suspensions.stream().map(Suspension::suspensionId).toList();
  }

  private static List<ReplayAnswer.Change> changes(
      @Nullable Account before, @Nullable Account after) {
    return Differences.between("account", before, after).stream()
        .map(each -> new ReplayAnswer.Change(each.field(), each.folded(), each.live()))
        .toList();
  }
}
