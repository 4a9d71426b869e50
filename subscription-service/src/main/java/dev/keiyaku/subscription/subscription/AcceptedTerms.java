package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.subscription.TermsDisplayed;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an acceptance must be (第7条 1): of the version in force at the act, of the very text that was
 * displayed, and of all six items.
 */
record AcceptedTerms(Clauses terms) {

  private static final List<Integer> ITEMS = IntStream.rangeClosed(1, 6).boxed().toList();

  /**
   * Checks an act.
   *
   * @throws Problem NO_TERMS_IN_FORCE, TERMS_VERSION_UNKNOWN, TERMS_VERSION_NOT_IN_FORCE,
   *     DISPLAYED_HASH_MISMATCH or ACCEPTANCE_ITEM_MISSING, in this order
   */
  static AcceptedTerms by(TermsHistory history, String document, Acceptance act, Instant at) {
    if (!act.document().equals(document)) {
      throw invalid("acceptance.document");
    }
    var named = history.version(act.version());
    var inForce = Clauses.inForce(history, document, at);
    if (named.isEmpty()) {
      throw Problem.of(ProblemCode.TERMS_VERSION_UNKNOWN).detail(act.version());
    } else if (!act.version().equals(inForce.name())) {
      throw Problem.of(ProblemCode.TERMS_VERSION_NOT_IN_FORCE)
          .detail(act.version(), inForce.name());
    } else if (!act.contentSha256().equals(inForce.reference().contentSha256())) {
      throw Problem.of(ProblemCode.DISPLAYED_HASH_MISMATCH).detail(act.version());
    }
    refuseMissingItems(act);
    refuseDisplayAfterAct(act, at);
    return new AcceptedTerms(inForce);
  }

  /** What was shown, if anybody recorded it, and then the act. */
  List<SubscriptionEvent> facts(String subscriptionId, Acceptance act, Instant at, Sealer sealer) {
    var shown = displayed(subscriptionId, act, sealer);
    var accepted = event(subscriptionId, act, shown, at, sealer);
    return Stream.<SubscriptionEvent>concat(shown.stream(), Stream.of(accepted)).toList();
  }

  /** What was shown before the act, as a fact of its own; empty when nobody recorded it. */
  private Optional<TermsDisplayed> displayed(String subscriptionId, Acceptance act, Sealer sealer) {
    return Optional.ofNullable(act.display())
        .map(shown ->
            new TermsDisplayed(
                subscriptionId,
                shown.displayId(),
                act.acceptanceId(),
                terms.reference(),
                sealer.evidence(shown.evidence()),
                shown.displayedAt(),
                sealer.reason()));
  }

  /** The act as a fact, which quotes what was shown; without that it proves nothing. */
  private TermsAccepted event(
      String subscriptionId,
      Acceptance act,
      Optional<TermsDisplayed> shown,
      Instant at,
      Sealer sealer) {
    var display =
        shown
            .map(before ->
                new TermsAccepted.Display(
                    before.terms().contentSha256(), before.effectiveAt(), before.evidence()))
            .orElse(null);
    return new TermsAccepted(
        subscriptionId,
        act.acceptanceId(),
        terms.reference(),
        items(),
        display == null ? AcceptanceBasis.IMPORTED_UNPROVEN : AcceptanceBasis.EXPLICIT,
        display,
        at,
        sealer.reason());
  }

  /** Each item as its own fact, by its words. */
  private List<AcceptedItem> items() {
    return ITEMS.stream()
        .map(item -> new AcceptedItem(item, terms.at("art7/p1/i" + item)))
        .toList();
  }

  private static void refuseMissingItems(Acceptance act) {
    var accepted = new HashSet<>(act.items());
    if (accepted.size() != act.items().size() || !ITEMS.containsAll(accepted)) {
      throw invalid("acceptance.items");
    }
    var missing = ITEMS.stream().filter(item -> !accepted.contains(item)).toList();
    if (!missing.isEmpty()) {
      throw Problem.of(ProblemCode.ACCEPTANCE_ITEM_MISSING)
          .detail(missing.stream().map(item -> "(" + item + ")").collect(Collectors.joining(", ")))
          .article("第7条 1")
          .with("missingItems", missing);
    }
  }

  private static void refuseDisplayAfterAct(Acceptance act, Instant at) {
    if (act.display() != null && act.display().displayedAt().isAfter(at)) {
      throw invalid("acceptance.display.displayedAt");
    }
  }

  private static Problem invalid(String path) {
    return Problem.of(ProblemCode.INVALID_FIELD).violation(path, "invalid");
  }
}
