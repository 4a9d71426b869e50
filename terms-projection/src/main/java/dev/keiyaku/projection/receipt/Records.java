package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.projection.receipt.ConsentRecord.Event;
import dev.keiyaku.projection.receipt.ConsentRecord.Header;
import dev.keiyaku.projection.receipt.ConsentRecord.Notice;
import dev.keiyaku.projection.receipt.ConsentRecord.Processing;
import dev.keiyaku.projection.receipt.TermsAcceptance.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a subscription, made from its events as known and from the terms. Pure.
 *
 * @param subscriberId the data subject
 * @param withdrawals those that stand
 * @param asOf what happened later is left out, UTC
 */
record Records(
    String subscriberId,
    List<Act> acts,
    List<Withdrawal> withdrawals,
    TermsHistory terms,
    Instant asOf) {

  private static final String EXPLICIT = AcceptanceBasis.EXPLICIT.name();

  static Records of(
      String subscriberId, SubscriptionTimeline timeline, TermsHistory terms, Instant asOf) {
    return new Records(subscriberId, Act.of(timeline), Withdrawal.of(timeline), terms, asOf);
  }

  /** One a data item and act, in the order of recording; none of what nobody had shown yet. */
  List<ConsentRecord> all() {
    return acts.stream().flatMap(this::of).toList();
  }

  /** The contract's assents beside them. */
  List<TermsAcceptance> assents() {
    return acts.stream().map(this::assent).toList();
  }

  Stream<ConsentRecord> of(Act act) {
    return act.accepted().items().stream().flatMap(item -> of(act, item).stream());
  }

  private Optional<ConsentRecord> of(Act act, AcceptedItem item) {
    var subscriber = Parties.subscriber(subscriberId);
    var events = new Events(act, item.number(), subscriber, withdrawals, asOf).toList();
    return DataItem.of(item.number())
        .filter(_ -> !events.isEmpty())
        .map(data -> {
          var accepted = act.accepted();
          var reference = accepted.terms();
          var id = act.acceptanceId() + "-" + item.number();
          return new ConsentRecord(
              "urn:keiyaku:consent-record:" + id,
              "dpv:ConsentRecord",
              header(act, item, id),
              events.getLast().type(),
              consentType(events),
              List.of(processing(accepted, item, data)),
              Parties.of(subscriberId, reference.document(), reference.version(), terms),
              events);
        });
  }

  /** Only once it was given, and only if what was shown before is on record. */
  private static @Nullable String consentType(List<Event> events) {
    return events.stream().anyMatch(event -> EXPLICIT.equals(event.basis()))
        ? "dpv:ExplicitlyExpressedConsent"
        : null;
  }

  private Header header(Act act, AcceptedItem item, String id) {
    return new Header(
        List.of(ConsentRecord.RECORD, ConsentRecord.ISO_27560),
        id,
        Parties.subscriber(subscriberId),
        "urn:uuid:" + act.accepted().subscriptionId(),
        acceptance(act),
        item.number(),
        "ja",
        act.entry().recordedAt());
  }

  private Processing processing(TermsAccepted accepted, AcceptedItem item, DataItem data) {
    var reference = accepted.terms();
    return new Processing(
        "dpv:Process",
        notice(accepted, item),
        "dpv:ServiceProvision",
        "dpv:Consent",
        data.personalData(),
        List.of(data.processing()),
        Parties.vendor(reference.document(), reference.version()),
        "loc:JP");
  }

  private Notice notice(TermsAccepted accepted, AcceptedItem item) {
    var clause = item.clause();
    var node = words(item);
    return new Notice(
        "urn:keiyaku:terms:%s:%s#%s".formatted(clause.document(), clause.version(), clause.path()),
        "dpv:ConsentNotice",
        clause.document(),
        clause.version(),
        accepted.terms().contentSha256(),
        clause.path(),
        clause.sha256(),
        node.map(TermsNode::label).orElse(null),
        node.map(TermsNode::text).orElse(null),
        "ja");
  }

  /** The words, only if they are those that were agreed to. */
  private Optional<TermsNode> words(AcceptedItem item) {
    var clause = item.clause();
    return terms
        .version(clause.version())
        .map(TermsHistory.Version::published)
        .filter(version -> clause.sha256().equals(version.nodeSha256().get(clause.path())))
        .flatMap(version -> version.content().node(clause.path()));
  }

  TermsAcceptance assent(Act act) {
    var accepted = act.accepted();
    var reference = accepted.terms();
    return new TermsAcceptance(
        acceptance(act),
        "keiyaku:TermsAcceptance",
        act.acceptanceId(),
        reference.document(),
        reference.version(),
        reference.contentSha256(),
        accepted.items().stream().map(AcceptedItem::number).toList(),
        accepted.basis(),
        standing(act),
        act.acceptedAt(),
        act.entry().recordedAt());
  }

  private Standing standing(Act act) {
    if (act.voided() != null) {
      return Standing.VOIDED;
    }
    return act.madeBy(asOf) ? Standing.MADE : Standing.AHEAD;
  }

  private static String acceptance(Act act) {
    return "urn:keiyaku:terms-acceptance:" + act.acceptanceId();
  }
}
