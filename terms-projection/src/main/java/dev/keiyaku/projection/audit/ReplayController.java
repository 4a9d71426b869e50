package dev.keiyaku.projection.audit;

import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.account.Account;
import dev.keiyaku.projection.account.AccountAnswers;
import dev.keiyaku.projection.account.Accounts;
import dev.keiyaku.projection.account.Moment;
import dev.keiyaku.projection.account.TimelineEntry;
import dev.keiyaku.projection.account.Timelines;
import dev.keiyaku.projection.reading.Asked;
import dev.keiyaku.projection.reading.MinVersion;
import java.time.Clock;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays one subscription for an auditor, who need not trust its rows. */
@RestController
class ReplayController {

  private final Snapshots snapshots;
  private final StoredEvents events;
  private final Accounts accounts;
  private final AccountAnswers answers;
  private final ReplaySteps steps;
  private final MinVersion minVersion;
  private final Clock clock;

  ReplayController(
      Snapshots snapshots,
      StoredEvents events,
      Accounts accounts,
      AccountAnswers answers,
      ReplaySteps steps,
      MinVersion minVersion,
      Clock clock) {
    this.snapshots = snapshots;
    this.events = events;
    this.accounts = accounts;
    this.answers = answers;
    this.steps = steps;
    this.minVersion = minVersion;
    this.clock = clock;
  }

  @GetMapping("/v1/audit/subscriptions/{id}/replay")
  ReplayAnswer replay(
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters,
      Caller caller) {
    var moment = Moment.of(Asked.of(parameters, Moment.AS_OF), clock);
    return answer(id, settled(id), moment, caller);
  }

  /** What has just been recorded may still be on its way: that is no difference. */
  private Snapshots.Snapshot settled(String id) {
    var snapshot = snapshots.of(id);
    if (snapshot.behind() || snapshot.live() == null) {
      minVersion.comes(snapshot.version(), id, () -> accounts.version(id));
      return snapshots.of(id);
    }
    return snapshot;
  }

  private ReplayAnswer answer(
      String id, Snapshots.Snapshot snapshot, Moment moment, Caller caller) {
    var entries = snapshot.events().stream().map(TimelineEntry::of).toList();
    var folded =
        Account.of(Timelines.fold(entries))
            .filter(account -> caller.sees(account.belongsToIsp()))
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    var terms = terms(folded.product().document());
    var live = snapshot.live();
    return new ReplayAnswer(
        id,
        snapshot.version(),
        moment.asOf(),
        snapshot.differences().isEmpty(),
        snapshot.differences(),
        steps.of(entries, folded.subscriberId(), caller),
        answers.answer(folded, terms, moment, caller),
        live == null ? null : answers.answer(live, terms, moment, caller));
  }

  /** Clause texts, too, come from events here. */
  private TermsHistory terms(String document) {
    var history = TermsHistory.empty();
    for (var event : events.ofAggregate(document)) {
      history = history.plus(event.recorded(TermsEvent.class));
    }
    return history;
  }
}
