package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.CancellationWithdrawn;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionCancelled;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionLifted;
import dev.keiyaku.contract.subscription.SuspensionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.http.IfMatch;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.AcceptTerms;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ActivateSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ApplyForSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CancelSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.CorrectEntry;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.LiftSuspension;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ObjectToAmendment;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SettleConsentWithdrawal;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SuspendSubscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawCancellation;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawConsent;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawObjection;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawSuspension;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * マイセキュア契約: decides on its own effective timeline, and on nothing else. One mechanism judges every
 * entry: with it, the life must hold no contradiction.
 */
public class Subscription {

  private static final String CANDIDATE = "candidate";

  @AggregateIdentifier private @Nullable String subscriptionId;
  private SubscriptionTimeline timeline = SubscriptionTimeline.empty();

  @CommandHandlerInterceptor
  void admit(SubscriptionCommand command, Office office, MetaData sent) {
    if (timeline.entries().isEmpty()) {
      return;
    }
    IspBinding.of(sent).refuseOthers(applied().belongsToIsp());
    IfMatch.check(sent, timeline.version());
    if (life().application().isEmpty() && !(command instanceof CorrectEntry)) {
      throw refused(office.now()).because(ProblemCode.NOT_LIVE);
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  SubscriptionOutcome.Applied decide(ApplyForSubscription c, Office office, MetaData sent) {
    var now = office.now();
    var isp = IspBinding.of(sent).belonging(c.channel(), c.belongsToIsp());
    var at = office.backdating().past("appliedAt", c.appliedAt(), now, c.reason());
    var application = new Application(c, isp, at, office);
    enter(application.applied(), now);
    enter(application.accepted(), now);
    return application.outcome(timeline.version(), statusAt(now));
  }

  @CommandHandler
  SubscriptionOutcome.Activated decide(ActivateSubscription c, Office office) {
    var now = office.now();
    if (life().activation().isPresent()) {
      throw refused(now).because(ProblemCode.ALREADY_ACTIVATED);
    }
    var at = office.backdating().past("activatedAt", c.activatedAt(), now, c.reason());
    var reason = sealer(office, c.reason()).reason();
    enter(new SubscriptionActivated(id(), c.vendorAccountReference(), at, reason), now);
    return new SubscriptionOutcome.Activated(id(), timeline.version(), statusAt(now), at);
  }

  @CommandHandler
  SubscriptionOutcome.Suspended decide(SuspendSubscription c, Office office) {
    var now = office.now();
    var start = office.backdating().any(c.startsAt(), now, c.reason());
    var suspending = new Suspending(c, start, now);
    enter(suspending.event(applied().product(), office, sealer(office, c.reason())), now);
    var suspension = life().suspension(c.suspensionId()).orElseThrow();
    return suspending.outcome(suspension, office, timeline.version(), statusAt(now));
  }

  @CommandHandler
  SubscriptionOutcome.Lifted decide(LiftSuspension c, Office office) {
    var now = office.now();
    var suspension = unended(c.suspensionId(), now);
    if (suspension.startsAt().isAfter(now)) {
      throw refused(now).because(ProblemCode.SUSPENSION_NOT_BEGUN, suspension);
    }
    var at = office.backdating().past("effectiveAt", c.effectiveAt(), now, c.reason());
    var reason = sealer(office, c.reason()).reason();
    var lifted = new SuspensionLifted(id(), c.suspensionId(), at, reason);
    enter(lifted, now);
    return Suspending.outcome(lifted, timeline.version(), life().at(now), office);
  }

  @CommandHandler
  SubscriptionOutcome.Withdrawn decide(WithdrawSuspension c, Office office) {
    var now = office.now();
    var suspension = unended(c.suspensionId(), now);
    if (statusAt(now) == Status.CANCELLED) {
      throw refused(now).because(ProblemCode.SUBSCRIPTION_CANCELLED);
    } else if (!suspension.startsAt().isAfter(now)) {
      throw refused(now).because(ProblemCode.SUSPENSION_ALREADY_BEGUN, suspension);
    }
    var reason = sealer(office, c.reason()).reason();
    var withdrawn = new SuspensionWithdrawn(id(), c.suspensionId(), now, reason);
    enter(withdrawn, now);
    return Suspending.outcome(withdrawn, timeline.version(), life().at(now), office);
  }

  @CommandHandler
  SubscriptionOutcome.Cancelled decide(CancelSubscription c, Office office) {
    var now = office.now();
    if (life().cancellation().isPresent()) {
      throw refused(now).because(ProblemCode.ALREADY_CANCELLED);
    }
    var at = office.backdating().any(c.effectiveAt(), now, c.reason());
    var reason = sealer(office, c.reason()).reason();
    enter(new SubscriptionCancelled(id(), c.cancellationId(), at, reason), now);
    return new SubscriptionOutcome.Cancelled(
        id(), c.cancellationId(), timeline.version(), statusAt(now), at);
  }

  @CommandHandler
  SubscriptionOutcome.Continued decide(WithdrawCancellation c, Office office) {
    var now = office.now();
    var pending =
        life()
            .cancellation()
            .orElseThrow(() -> refused(now).because(ProblemCode.NO_CANCELLATION_PENDING));
    if (!pending.effectiveAt().isAfter(now)) {
      throw refused(now).because(ProblemCode.SUBSCRIPTION_CANCELLED);
    }
    var cancellation = ((SubscriptionCancelled) pending.event()).cancellationId();
    var reason = sealer(office, c.reason()).reason();
    enter(new CancellationWithdrawn(id(), cancellation, now, reason), now);
    return new SubscriptionOutcome.Continued(
        id(), cancellation, timeline.version(), statusAt(now), now);
  }

  @CommandHandler
  SubscriptionOutcome.Accepted decide(AcceptTerms c, Office office) {
    var now = office.now();
    var at = office.backdating().past("acceptedAt", c.acceptedAt(), now, c.reason());
    var document = applied().product().document();
    var terms = AcceptedTerms.by(office.terms(document), document, c.acceptance(), at);
    var facts = terms.facts(id(), c.acceptance(), at, sealer(office, c.reason()));
    enter(facts, now);
    var accepted = (TermsAccepted) facts.getLast();
    return SubscriptionOutcome.Accepted.of(accepted, timeline.version(), statusAt(now));
  }

  @CommandHandler
  SubscriptionOutcome.Objected decide(ObjectToAmendment c, Office office) {
    var now = office.now();
    var at = office.backdating().past("objectedAt", c.objectedAt(), now, c.reason());
    var document = applied().product().document();
    var objecting = new Objecting(refused(now), office.terms(document));
    var objected = objecting.event(c, document, at, sealer(office, c.reason()));
    enter(objected, now);
    var terms = objected.terms();
    return new SubscriptionOutcome.Objected(
        id(), c.objectionId(), timeline.version(), statusAt(now), terms, at, Effect.OF_OBJECTION);
  }

  @CommandHandler
  SubscriptionOutcome.ObjectionEnded decide(WithdrawObjection c, Office office) {
    var now = office.now();
    var at = office.backdating().past("withdrawnAt", c.withdrawnAt(), now, c.reason());
    var history = office.terms(applied().product().document());
    var objecting = new Objecting(refused(now), history);
    enter(objecting.event(c, at, sealer(office, c.reason())), now);
    return new SubscriptionOutcome.ObjectionEnded(
        id(), c.objectionId(), timeline.version(), statusAt(now), at);
  }

  @CommandHandler
  SubscriptionOutcome.ConsentEnded decide(WithdrawConsent c, Office office) {
    var now = office.now();
    var at = office.backdating().past("withdrawnAt", c.withdrawnAt(), now, c.reason());
    var withdrawn = new DataConsent(refused(now)).event(c, at, sealer(office, c.reason()));
    enter(withdrawn, now);
    return DataConsent.outcome(withdrawn, office, timeline.version(), statusAt(now));
  }

  @CommandHandler
  SubscriptionOutcome.Settled decide(SettleConsentWithdrawal c, Office office) {
    var now = office.now();
    var at = office.backdating().past("settledAt", c.settledAt(), now, c.reason());
    enter(new DataConsent(refused(now)).event(c, at, sealer(office, c.reason())), now);
    return new SubscriptionOutcome.Settled(
        id(), c.withdrawalId(), timeline.version(), statusAt(now), c.settlement(), at);
  }

  @CommandHandler
  SubscriptionOutcome.Corrected decide(CorrectEntry c, Office office) {
    var now = office.now();
    var mistaken =
        timeline.entry(c.eventId()).orElseThrow(() -> Problem.of(ProblemCode.EVENT_UNKNOWN));
    if (!CorrectionTable.allows(timeline, c.eventId(), c.kind())) {
      throw refused(now).correcting(mistaken.event(), c.kind());
    }
    var retiming = new Retiming(office, refused(now), applied().product());
    var at = retiming.decide(c, mistaken.event());
    var reason = sealer(office, c.reason()).reason();
    var correction = new EntryCorrected(id(), c.eventId(), c.kind(), at, now, reason);
    if (life().application().isEmpty() && with(correction, now).life().application().isEmpty()) {
      throw refused(now).correcting(mistaken.event(), c.kind());
    }
    enter(correction, now);
    var entry = timeline.entries().getLast();
    return SubscriptionOutcome.Corrected.of(correction, entry, statusAt(now));
  }

  @EventSourcingHandler
  void evolve(
      SubscriptionEvent event,
      @MessageIdentifier String eventId,
      @SequenceNumber long sequence,
      @Timestamp Instant recordedAt) {
    subscriptionId = event.subscriptionId();
    timeline = timeline.plus(new RecordedEvent<>(eventId, sequence, recordedAt, event));
  }

  /** What was shown, and the act: neither is applied unless the act can be entered. */
  private void enter(List<SubscriptionEvent> facts, Instant now) {
    refuseContradiction(with(facts.getLast(), now), now);
    facts.forEach(fact -> enter(fact, now));
  }

  /** Enters a fact if the life that it makes can be lived; its claim goes with it. */
  private void enter(SubscriptionEvent fact, Instant now) {
    var next = with(fact, now);
    refuseContradiction(next, now);
    new OnlyOneLiveSubscription(next.applied().orElseThrow())
        .changed(life(), next.life())
        .ifPresent(claim -> AppendRequest.current().claim(claim));
    AggregateLifecycle.apply(fact);
  }

  private void refuseContradiction(SubscriptionTimeline next, Instant now) {
    next.life()
        .contradiction()
        .ifPresent(found -> {
          throw refused(now).because(found, CANDIDATE);
        });
  }

  private SubscriptionTimeline with(SubscriptionEvent fact, Instant now) {
    return timeline.plus(new RecordedEvent<>(CANDIDATE, timeline.version() + 1, now, fact));
  }

  private Suspension unended(String suspensionId, Instant now) {
    var suspension =
        life()
            .suspension(suspensionId)
            .orElseThrow(() -> refused(now).because(ProblemCode.SUSPENSION_UNKNOWN));
    if (life().ending(suspensionId).isPresent()) {
      throw refused(now).because(ProblemCode.SUSPENSION_NOT_OPEN, suspension);
    }
    return suspension;
  }

  private Sealer sealer(Office office, @Nullable FreeText reason) {
    return office.sealer(applied().subscriberId(), id(), reason);
  }

  private Refused refused(Instant now) {
    return new Refused(life(), now);
  }

  private Status statusAt(Instant now) {
    return life().at(now).status();
  }

  private Life life() {
    return timeline.life();
  }

  private SubscriptionApplied applied() {
    return timeline.applied().orElseThrow();
  }

  private String id() {
    return applied().subscriptionId();
  }
}
