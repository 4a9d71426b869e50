package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Premise;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Folds a document's stream, reading only what is new. Within a command it answers from memory, and
 * the append looks whether the stream still stands: so what was acknowledged to the legal desk is
 * known to the very next decision, on every node, and no decision reads the store for it.
 */
@Component
final class FoldedTerms implements TermsRegister {

  private final EventStore events;
  private final ConcurrentHashMap<String, TermsHistory> known = new ConcurrentHashMap<>();

  FoldedTerms(EventStore events) {
    this.events = events;
  }

  @Override
  public TermsHistory terms(String document) {
    var before = known.getOrDefault(document, TermsHistory.empty());
    if (before.lastSequence() < 0 || AppendRequest.asksTheStore()) {
      before = read(document, before);
    }
    if (CurrentUnitOfWork.isStarted()) {
      AppendRequest.current().restsOn(new Premise.StreamStands(document, before.lastSequence()));
    }
    return before;
  }

  private TermsHistory read(String document, TermsHistory before) {
    var fresh = events.readEvents(document, before.lastSequence() + 1);
    var history = before;
    while (fresh.hasNext()) {
      history = history.plus(recorded(fresh.next()));
    }
    return history == before ? before : known.merge(document, history, FoldedTerms::longer);
  }

  private static TermsHistory longer(TermsHistory one, TermsHistory other) {
    return one.lastSequence() > other.lastSequence() ? one : other;
  }

  private static RecordedEvent<TermsEvent> recorded(DomainEventMessage<?> message) {
    return new RecordedEvent<>(
        message.getIdentifier(),
        message.getSequenceNumber(),
        message.getTimestamp(),
        (TermsEvent) message.getPayload());
  }
}
