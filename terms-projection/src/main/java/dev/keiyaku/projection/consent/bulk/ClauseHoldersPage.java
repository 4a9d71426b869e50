package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.consent.clause.ClauseConsent;
import dev.keiyaku.projection.reading.Page;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of those whose consent to a clause is to certain words.
 *
 * @param versions the words meant: the clause in each version that has them
 * @param next the cursor of the next page; null when this is the last
 */
record ClauseHoldersPage(
    String document,
    String path,
    @Nullable String words,
    @Nullable AcceptanceBasis basis,
    boolean latest,
    Instant asOf,
    @Nullable Instant knownAt,
    List<ClauseText> versions,
    List<Holder> items,
    Page.Count count,
    @Nullable String next) {

  /**
   * One of them.
   *
   * @param consent the act that counts
   */
  record Holder(
      String subscriptionId,
      String subscriberId,
      Product product,
      @Nullable String belongsToIsp,
      ClauseConsent consent) {}
}
