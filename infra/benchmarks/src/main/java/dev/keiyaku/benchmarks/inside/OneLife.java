package dev.keiyaku.benchmarks.inside;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SubscriptionActivated;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.append.EventRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Five events like those that the other measures write: as long, and as deep. */
final class OneLife {

  static final Instant BEGUN = Instant.parse("2026-06-01T03:04:05.678901Z");

  private static final String METADATA =
      "{\"actor\":\"bench\",\"causationId\":\"%1$s\",\"client\":\"bench\",\"correlationId\":\"%1$s\",\"role\":\"provisioning\"}"
          .formatted("0".repeat(32));

  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final SealedText SEALED = new SealedText(Uuid7.text(), "b".repeat(160));

  private final String id = Uuid7.text();

  /** Its events, in order. */
  List<RecordedEvent<SubscriptionEvent>> recorded() {
    List<SubscriptionEvent> events =
        List.of(applied(), accepted(), activated(), suspended(3), suspended(4));
    return IntStream.range(0, events.size())
        .mapToObj(it -> new RecordedEvent<>(Uuid7.text(), it, at(it), events.get(it)))
        .toList();
  }

  /** As the store writes it. */
  static EventRow row(RecordedEvent<SubscriptionEvent> of) {
    var name = EventNames.nameOf(of.event().getClass());
    return new EventRow(
        of.eventId(),
        "Subscription",
        of.event().subscriptionId(),
        of.sequence(),
        name.name(),
        name.revision(),
        of.event().effectiveAt(),
        of.recordedAt(),
        EventJson.mapper().writeValueAsString(of.event()),
        METADATA);
  }

  SubscriptionEvent applied() {
    return new SubscriptionApplied(
        id,
        "C-" + id,
        Product.MYSECURE_1LICENSE_TYPE2,
        new Channel(Channel.Kind.PARTNER_ISP, "ISP-A"),
        "ISP-A",
        null,
        new NetworkContract("IP_NETWORK_SERVICE", 2, 8, 2, 2),
        terms(),
        clause("art5/p3"),
        at(0),
        null);
  }

  private SubscriptionEvent accepted() {
    var items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(it -> new AcceptedItem(it, clause("art7/p1/i" + it)))
            .toList();
    return new TermsAccepted(
        id,
        Uuid7.text(),
        terms(),
        items,
        TermsAccepted.AcceptanceBasis.EXPLICIT,
        new TermsAccepted.Display(HASH, BEGUN, SEALED),
        at(1),
        null);
  }

  private SubscriptionEvent activated() {
    return new SubscriptionActivated(id, "ot-" + id.substring(0, 8), at(2), null);
  }

  private SubscriptionEvent suspended(int after) {
    return new SubscriptionSuspended(
        id,
        Uuid7.text(),
        SuspensionGround.VENDOR,
        clause("art15/p1/i4"),
        at(after),
        null,
        null,
        null,
        null,
        SEALED);
  }

  private static TermsReference terms() {
    return new TermsReference("mysecure", "2023-07-01", HASH);
  }

  private static ClauseReference clause(String path) {
    return new ClauseReference("mysecure", "2023-07-01", path, HASH);
  }

  private static Instant at(int hours) {
    return BEGUN.plusSeconds(3_600L * hours);
  }
}
