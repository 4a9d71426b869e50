package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNoticeRecorded;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.contract.terms.TermsVersionWithdrawn;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.http.IfMatch;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.TermsCommand.RecordTermsNotice;
import dev.keiyaku.subscription.terms.TermsCommand.WithdrawTermsVersion;
import dev.keiyaku.subscription.terms.TermsOutcome.Warning;
import dev.keiyaku.subscription.terms.rule.RuleCommand.EndRule;
import dev.keiyaku.subscription.terms.rule.RuleCommand.NotifyRule;
import dev.keiyaku.subscription.terms.rule.RuleDecisions;
import dev.keiyaku.subscription.terms.rule.RuleOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A terms document (本規約): its versions, immutable once published, and the notices of them; and the
 * rules notified under it.
 */
@Aggregate(type = "TermsDocument")
class TermsDocument {

  /** Null before the first event: Axon takes whatever else stands here for the stream's id. */
  @AggregateIdentifier private @Nullable String document;

  private TermsHistory history = TermsHistory.empty();

  /** For Axon, before the first event. */
  TermsDocument() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TermsOutcome.Published decide(PublishTermsVersion command, MetaData sent) {
    IfMatch.check(sent, history.lastSequence());
    var hash = ContentHash.of(command.content());
    PublicationChecks.refuse(command, hash, history);
    var published = published(command, hash);
    // First: so that no reader ever knows the version without what it is to the one before it.
    command.succession().event(command, history).ifPresent(AggregateLifecycle::apply);
    AggregateLifecycle.apply(published);
    return new TermsOutcome.Published(
        command.document(),
        command.version(),
        history.lastSequence(),
        hash,
        command.effectiveFrom(),
        published.effectiveAt(),
        warnings(command.version()));
  }

  @CommandHandler
  TermsOutcome.Noticed decide(RecordTermsNotice command, MetaData sent, Clock clock) {
    IfMatch.check(sent, history.lastSequence());
    WithdrawalRules.standing(command.version(), history);
    refuseFuture(command.firstPublishedAt(), clock);
    AggregateLifecycle.apply(noticed(command));
    var version = history.version(command.version()).orElseThrow();
    var start = version.effectiveAt();
    return new TermsOutcome.Noticed(
        command.document(),
        command.version(),
        command.noticeId(),
        history.lastSequence(),
        command.firstPublishedAt(),
        start != null && command.firstPublishedAt().isBefore(start),
        warnings(command.version()));
  }

  @CommandHandler
  TermsOutcome.Withdrawn decide(WithdrawTermsVersion command, MetaData sent, Clock clock) {
    IfMatch.check(sent, history.lastSequence());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    WithdrawalRules.refuse(command.version(), history, now);
    AggregateLifecycle.apply(
        new TermsVersionWithdrawn(command.document(), command.version(), now, command.reason()));
    return new TermsOutcome.Withdrawn(
        command.document(), command.version(), history.lastSequence(), now);
  }

  @CommandHandler
  RuleOutcome.Notified decide(NotifyRule command, MetaData sent, Clock clock) {
    IfMatch.check(sent, history.lastSequence());
    AggregateLifecycle.apply(RuleDecisions.notified(command, history, clock.instant()));
    var rule = history.rules().rule(command.rule()).orElseThrow();
    return RuleOutcome.Notified.of(rule, history.lastSequence());
  }

  @CommandHandler
  RuleOutcome.Ended decide(EndRule command, MetaData sent) {
    IfMatch.check(sent, history.lastSequence());
    var ended = RuleDecisions.ended(command, history);
    AggregateLifecycle.apply(ended);
    return new RuleOutcome.Ended(
        ended.document(),
        ended.rule(),
        history.lastSequence(),
        ended.endsOn(),
        ended.effectiveAt());
  }

  @EventSourcingHandler
  void evolve(
      TermsEvent event,
      EventMessage<?> message,
      @SequenceNumber long sequence,
      @Timestamp Instant recordedAt) {
    document = event.document();
    history =
        history.plus(new RecordedEvent<>(message.getIdentifier(), sequence, recordedAt, event));
  }

  /** Only a change under 民法548条の4第1項2号 needs a notice to take effect. */
  private List<Warning> warnings(String name) {
    var version = history.version(name).orElseThrow();
    var basis = version.published().basis();
    if (basis == null || version.bindsWithoutAct()) {
      return List.of();
    }
    return switch (basis) {
      case GENERAL_BENEFIT, INDIVIDUAL_CONSENT -> List.of();
      case REASONABLE_CHANGE ->
          List.of(version.notices().isEmpty() ? Warning.NOTICE_MISSING : Warning.NOTICE_TOO_LATE);
    };
  }

  private static void refuseFuture(Instant firstPublishedAt, Clock clock) {
    if (firstPublishedAt.isAfter(clock.instant())) {
      throw Problem.of(ProblemCode.EFFECTIVE_IN_FUTURE).violation("firstPublishedAt", "future");
    }
  }

  private static TermsVersionPublished published(PublishTermsVersion command, String hash) {
    return new TermsVersionPublished(
        command.document(),
        command.version(),
        command.effectiveFrom(),
        command.amendedOn(),
        command.amendmentReference(),
        command.basis(),
        command.content(),
        hash,
        ContentHash.ofNodes(command.content()),
        command.reason());
  }

  private static TermsNoticeRecorded noticed(RecordTermsNotice command) {
    return new TermsNoticeRecorded(
        command.document(),
        command.version(),
        command.noticeId(),
        command.place(),
        command.firstPublishedAt(),
        command.capturedSha256(),
        command.captured(),
        command.channels(),
        command.reason());
  }
}
