package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.terms.TermsEvent;

/**
 * An event of a terms document as it was recorded.
 *
 * @param sequence its place in the document's stream, from 0
 */
record TermsEntry(String eventId, long sequence, Recording recorded, TermsEvent event) {

  RecordedEvent<TermsEvent> asRecorded() {
    return new RecordedEvent<>(eventId, sequence, recorded.at(), event);
  }
}
