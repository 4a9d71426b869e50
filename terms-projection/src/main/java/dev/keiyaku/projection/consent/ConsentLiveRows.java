package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.LiveRows;
import dev.keiyaku.projection.terms.Recording;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every consent: the rows that nobody may change. */
@Component
class ConsentLiveRows implements LiveRows {

  private final ConsentRows consents;

  ConsentLiveRows(ConsentRows consents) {
    this.consents = consents;
  }

  @Override
  public String name() {
    return "consent";
  }

  @Override
  public Object folded(List<StoredEvent> events) {
    return events.stream().flatMap(ConsentLiveRows::consents).toList();
  }

  @Override
  public Object live(String subscriptionId) {
    return consents.of(subscriptionId);
  }

  private static Stream<Consent> consents(StoredEvent stored) {
    return stored.event() instanceof TermsAccepted accepted
        ? Consent.of(stored.eventId(), stored.sequence(), Recording.of(stored), accepted).stream()
        : Stream.empty();
  }
}
