package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.eventstore.StoredEvents;
import org.springframework.stereotype.Component;

/** The terms folded from their events. */
@Component
final class StoredTerms implements TermsCatalogue {

  private final StoredEvents events;

  StoredTerms(StoredEvents events) {
    this.events = events;
  }

  @Override
  public TermsHistory of(String document) {
    var history = TermsHistory.empty();
    for (var event : events.ofAggregate(document)) {
      history = history.plus(event.recorded(TermsEvent.class));
    }
    return history;
  }
}
