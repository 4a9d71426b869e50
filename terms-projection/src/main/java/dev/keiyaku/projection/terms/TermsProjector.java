package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsEvent;
import dev.keiyaku.eventstore.processing.ReadModel;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps what was recorded of the terms; what it means is computed when asked. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class TermsProjector {

  private final TermsEntries entries;

  TermsProjector(TermsEntries entries) {
    this.entries = entries;
  }

  @EventHandler(payloadType = TermsEvent.class)
  void on(DomainEventMessage<TermsEvent> message) {
    entries.put(
        new TermsEntry(
            message.getIdentifier(),
            message.getSequenceNumber(),
            Recording.of(message),
            message.getPayload()));
  }
}
