package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * Folds a document's stream, reading only what is new. Every question asks the store, so that what
 * was acknowledged to the legal desk is known to the very next decision, on every node.
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
