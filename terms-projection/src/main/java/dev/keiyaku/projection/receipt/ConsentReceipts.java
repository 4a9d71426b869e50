package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.receipt.ConsentAnswers.OfSubscription;
import dev.keiyaku.projection.receipt.ConsentAnswers.Receipt;
import dev.keiyaku.projection.receipt.ConsentAnswers.ReceiptHeader;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records and receipts of one subscription, made when asked from its events, as far as the read
 * model has come. Each answer is read from one snapshot.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class ConsentReceipts {

  private final JdbcClient jdbc;
  private final StoredEvents events;
  private final TermsCatalogue terms;

  ConsentReceipts(JdbcClient jdbc, StoredEvents events, TermsCatalogue terms) {
    this.jdbc = jdbc;
    this.events = events;
    this.terms = terms;
  }

  /** The stream version that the read model has reached; -1 when there is none. */
  long version(String subscriptionId) {
    return jdbc.sql("SELECT version FROM projection.consent_subscription WHERE subscription_id = ?")
        .param(subscriptionId)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /** Every record; empty when the caller sees no such subscription that was known then. */
  Optional<OfSubscription> records(
      Caller caller, String id, Instant asOf, @Nullable Instant knownAt) {
    var timeline = timeline(id, knownAt);
    return visible(timeline, caller)
        .map(applied -> {
          var records = records(applied, timeline, asOf);
          return new OfSubscription(
              JsonLd.CONTEXT,
              "urn:keiyaku:consent-records:" + id,
              "keiyaku:ConsentRecords",
              "urn:uuid:" + id,
              Parties.subscriber(applied.subscriberId()),
              timeline.version(),
              asOf,
              knownAt,
              records.all(),
              records.assents());
        });
  }

  /** The receipt of an act; empty when the caller sees no such act. */
  Optional<Receipt> receipt(Caller caller, String id, String acceptanceId, Instant issued) {
    var timeline = timeline(id, null);
    return visible(timeline, caller)
        .flatMap(applied -> {
          var records = records(applied, timeline, issued);
          return records.acts().stream()
              .filter(act -> act.acceptanceId().equals(acceptanceId))
              .findFirst()
              .map(act -> receipt(records, act, timeline.version()));
        });
  }

  private static Receipt receipt(Records records, Act act, long version) {
    var assent = records.assent(act);
    var header =
        new ReceiptHeader(
            List.of(ReceiptHeader.RECEIPT, ConsentRecord.ISO_27560),
            act.acceptanceId(),
            Parties.subscriber(records.subscriberId()),
            "urn:uuid:" + act.accepted().subscriptionId(),
            assent.id(),
            "ja",
            records.asOf());
    return new Receipt(
        JsonLd.CONTEXT,
        "urn:keiyaku:consent-receipt:" + act.acceptanceId(),
        "dpv:ConsentReceipt",
        header,
        version,
        records.of(act).toList(),
        assent);
  }

  private Records records(SubscriptionApplied applied, SubscriptionTimeline timeline, Instant at) {
    var document = terms.of(applied.product().document());
    return Records.of(applied.subscriberId(), timeline, document, at);
  }

  private static Optional<SubscriptionApplied> visible(
      SubscriptionTimeline timeline, Caller caller) {
    return timeline.applied().filter(applied -> caller.sees(applied.belongsToIsp()));
  }

  private SubscriptionTimeline timeline(String id, @Nullable Instant knownAt) {
    var reached = version(id);
    return SubscriptionTimeline.of(
        events.ofAggregate(id).stream()
            .filter(event -> event.sequence() <= reached)
            .filter(event -> event.aggregateType().equals("Subscription"))
            .filter(event -> knownAt == null || !event.recordedAt().isAfter(knownAt))
            .map(event -> event.recorded(SubscriptionEvent.class))
            .toList());
  }
}
