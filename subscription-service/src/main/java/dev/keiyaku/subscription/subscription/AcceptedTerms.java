package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Acceptance;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** The act as a fact; without a record of what was shown it proves nothing. */
  TermsAccepted event(String subscriptionId, Acceptance act, Instant at, Sealer sealer) {
    var shown = act.display();
    var display =
        shown == null
            ? null
            : new TermsAccepted.Display(
                act.contentSha256(), shown.displayedAt(), sealer.evidence(shown.evidence()));
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
