package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.consent.ConsentAnswer.Act;
import dev.keiyaku.projection.consent.ConsentAnswer.Correction;
import dev.keiyaku.projection.consent.ConsentAnswer.Display;
import dev.keiyaku.projection.consent.ConsentAnswer.Item;
import dev.keiyaku.projection.consent.ConsentAnswer.Standing;
import dev.keiyaku.projection.consent.ConsentAnswer.Withdrawal;
import dev.keiyaku.projection.reading.Disclosure;
import dev.keiyaku.projection.terms.TermsCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows become acts again, with their words, and with what corrections made of them. */
@Component
class Acts {

  private final TermsCatalogue terms;
  private final Disclosure disclosure;

  Acts(TermsCatalogue terms, Disclosure disclosure) {
    this.terms = terms;
    this.disclosure = disclosure;
  }

  List<Act> of(
      Caller caller,
      String subscriberId,
      List<Consent> consents,
      SubscriptionTimeline timeline,
      Instant asOf) {
    var byAct = new LinkedHashMap<String, List<Consent>>();
    consents.forEach(
        consent -> byAct.computeIfAbsent(consent.eventId(), _ -> new ArrayList<>()).add(consent));
    return byAct.values().stream()
        .map(rows -> act(caller, subscriberId, rows, timeline, asOf))
        .toList();
  }

  private Act act(
      Caller caller,
      String subscriberId,
      List<Consent> rows,
      SubscriptionTimeline timeline,
      Instant asOf) {
    var row = rows.getFirst();
    var fact = fact(timeline, row.eventId());
    var acceptedAt = fact.map(Fact::effectiveAt).orElse(row.effectiveAt());
    return new Act(
        row.acceptanceId(),
        row.eventId(),
        row.terms().document(),
        row.terms().version(),
        row.terms().contentSha256(),
        row.basis(),
        standing(fact, asOf),
        acceptedAt,
        acceptedAt.equals(row.effectiveAt()) ? null : row.effectiveAt(),
        rows.stream()
            .map(consent -> item(consent, withdrawn(consent, fact, timeline, asOf)))
            .toList(),
        display(caller, subscriberId, row, timeline),
        corrections(timeline, row.eventId()),
        row.recorded(),
        disclosure.to(caller, subscriberId, Purposes.reason(row.subscriptionId()), row.reason()));
  }

  private static Optional<Fact> fact(SubscriptionTimeline timeline, String eventId) {
    return timeline.life().acceptances().stream()
        .filter(accepted -> accepted.entry().eventId().equals(eventId))
        .findFirst();
  }

  private static Standing standing(Optional<Fact> fact, Instant asOf) {
    return fact.map(made -> made.effectiveAt().isAfter(asOf) ? Standing.AHEAD : Standing.MADE)
        .orElse(Standing.VOIDED);
  }

  /** The first withdrawal of the item since the act. */
  private static @Nullable Withdrawal withdrawn(
      Consent row, Optional<Fact> fact, SubscriptionTimeline timeline, Instant asOf) {
    return fact.flatMap(act ->
            timeline.life().consentWithdrawals().stream()
                .filter(made -> made.madeBy(asOf) && made.withdraws(row.item(), act.effectiveAt()))
                .findFirst())
        .map(made -> new Withdrawal(made.withdrawalId(), made.withdrawnAt()))
        .orElse(null);
  }

  private Item item(Consent row, @Nullable Withdrawal withdrawn) {
    var node = node(row);
    return new Item(
        row.item(),
        row.clausePath(),
        row.clauseSha256(),
        node.map(TermsNode::label).orElse(null),
        node.map(TermsNode::text).orElse(null),
        withdrawn);
  }

  /** The words, only if they are those that were agreed to. */
  private Optional<TermsNode> node(Consent row) {
    var path = row.clausePath();
    if (path == null) {
      return Optional.empty();
    }
    return terms
        .of(row.terms().document())
        .version(row.terms().version())
        .map(version -> version.published())
        .filter(published -> row.clauseSha256().equals(published.nodeSha256().get(path)))
        .flatMap(published -> published.content().node(path));
  }

  private @Nullable Display display(
      Caller caller, String subscriberId, Consent row, SubscriptionTimeline timeline) {
    var shown = row.displayed();
    var fact = displayed(row, timeline);
    return shown == null
        ? null
        : new Display(
            fact.map(entry -> ((TermsDisplayed) entry.event()).displayId()).orElse(null),
            fact.map(RecordedEvent::eventId).orElse(null),
            shown.sha256(),
            shown.at(),
            disclosure.to(
                caller,
                subscriberId,
                Purposes.displayEvidence(row.subscriptionId()),
                shown.evidence()));
  }

  /** Acts of the first days quote a display that was not recorded by itself. */
  private static Optional<RecordedEvent<SubscriptionEvent>> displayed(
      Consent row, SubscriptionTimeline timeline) {
    return timeline.entries().stream()
        .filter(entry ->
            entry.event() instanceof TermsDisplayed displayed
                && displayed.acceptanceId().equals(row.acceptanceId()))
        .findFirst();
  }

  private static List<Correction> corrections(SubscriptionTimeline timeline, String eventId) {
    return timeline.entries().stream()
        .filter(entry ->
            entry.event() instanceof EntryCorrected corrected
                && corrected.correctedEventId().equals(eventId))
        .map(entry -> {
          var corrected = (EntryCorrected) entry.event();
          return new Correction(
              entry.eventId(), corrected.kind(), corrected.retimedTo(), entry.recordedAt());
        })
        .toList();
  }
}
