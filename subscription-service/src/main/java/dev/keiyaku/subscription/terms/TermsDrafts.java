package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsDraftEvent;
import dev.keiyaku.contract.terms.TermsVersionDrafted;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.DraftTermsVersion;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The drafts of a terms document: beside its stream, so that nothing that reads it sees them. */
@Aggregate(type = "TermsDrafts")
class TermsDrafts {

  @AggregateIdentifier private @Nullable String stream;
  private long lastSequence = -1;

  /** For Axon, before the first event. */
  TermsDrafts() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TermsOutcome.Drafted decide(DraftTermsVersion command, TermsRegister register) {
    var draft = command.publication();
    var history = register.terms(draft.document());
    if (history.version(draft.version()).isPresent()) {
      throw Problem.of(ProblemCode.TERMS_VERSION_EXISTS).detail(draft.version());
    }
    var hash = ContentHash.of(draft.content());
    AggregateLifecycle.apply(drafted(draft, hash));
    return new TermsOutcome.Drafted(
        draft.document(),
        draft.version(),
        lastSequence,
        hash,
        PublicationChecks.of(draft, hash, history).all());
  }

  @EventSourcingHandler
  void evolve(TermsVersionDrafted event, @SequenceNumber long sequence) {
    stream = TermsDraftEvent.stream(event.document());
    lastSequence = sequence;
  }

  private static TermsVersionDrafted drafted(PublishTermsVersion draft, String hash) {
    return new TermsVersionDrafted(
        draft.document(),
        draft.version(),
        draft.effectiveFrom(),
        draft.amendedOn(),
        draft.amendmentReference(),
        draft.basis(),
        draft.succession().kind(),
        draft.succession().predecessor(),
        draft.succession().replacesElided(),
        draft.content(),
        hash,
        draft.reason());
  }
}
