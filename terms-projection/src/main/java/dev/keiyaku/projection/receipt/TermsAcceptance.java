package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import java.time.Instant;
import java.util.List;

/**
 * The contract's assent (承諾, 第7条 1): an act, and no consent to processing. It stands beside the
 * records of what its data items consent to.
 *
 * @param standing whether it holds at the instant asked
 * @param items every item accepted by it, about data or not
 * @param acceptedAt when it holds, UTC, after corrections
 */
record TermsAcceptance(
    String id,
    String type,
    String acceptanceId,
    String document,
    String version,
    String contentSha256,
    List<Integer> items,
    AcceptanceBasis basis,
    Standing standing,
    Instant acceptedAt,
    Instant recorded) {

  /** Whether an act holds. */
  enum Standing {
    /** It was made. */
    MADE,
    /** It is dated later. */
    AHEAD,
    /** It was a mistaken entry. */
    VOIDED
  }
}
