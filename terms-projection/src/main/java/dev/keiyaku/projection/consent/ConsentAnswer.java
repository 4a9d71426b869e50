package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.reading.Revealed;
import dev.keiyaku.projection.terms.Recording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The consents of a subscription at an instant, as known at another.
 *
 * @param version the stream version it shows
 * @param acts every act that was known, in the order of recording, mistaken ones too
 * @param binding what binds, computed; never merged with the acts
 */
record ConsentAnswer(
    String subscriptionId,
    String subscriberId,
    Product product,
    @Nullable String belongsToIsp,
    long version,
    Instant asOf,
    @Nullable Instant knownAt,
    List<Act> acts,
    Binding binding) {

  /** Whether an act holds at the instant asked. */
  enum Standing {
    /** It was made by then. */
    MADE,
    /** It is dated later. */
    AHEAD,
    /** It was a mistaken entry, and is withdrawn by a correction. */
    VOIDED
  }

  /**
   * An act of acceptance.
   *
   * @param acceptedAt when it holds, UTC, after corrections
   * @param enteredAt when it was entered to hold, UTC; null unless it was corrected
   * @param items the terms as a whole, then each item
   * @param display what was shown before the act; null when nobody recorded it
   * @param corrections what was said of it later
   */
  record Act(
      String acceptanceId,
      String eventId,
      String document,
      String version,
      String contentSha256,
      AcceptanceBasis basis,
      Standing standing,
      Instant acceptedAt,
      @Nullable Instant enteredAt,
      List<Item> items,
      @Nullable Display display,
      List<Correction> corrections,
      Recording recorded,
      @Nullable Revealed reason) {}

  /**
   * An item agreed to.
   *
   * @param number 0 for the terms as a whole, else its number in 第7条 1
   * @param sha256 hash of the words agreed to
   * @param label the words' number as the terms write it
   * @param text the words, verbatim; null for the terms as a whole, which are at {@code version}
   * @param withdrawn since when it no longer holds; null while it does
   */
  record Item(
      int number,
      @Nullable String path,
      String sha256,
      @Nullable String label,
      @Nullable String text,
      @Nullable Withdrawal withdrawn) {}

  /**
   * The consent to an item, withdrawn by the instant asked. The act that gave it stays as it is.
   *
   * @param withdrawnAt from when, UTC
   */
  record Withdrawal(String withdrawalId, Instant withdrawnAt) {}

  /**
   * What was shown, a fact apart from the acceptance.
   *
   * @param displayId null where it was recorded inside the acceptance only
   * @param eventId the entry that recorded it; null like the other
   */
  record Display(
      @Nullable String displayId,
      @Nullable String eventId,
      String contentSha256,
      Instant displayedAt,
      @Nullable Revealed evidence) {}

  /**
   * A correction that names the act.
   *
   * @param retimedTo the right time, UTC; null when the act is voided
   */
  record Correction(
      String eventId, EntryCorrected.Kind kind, @Nullable Instant retimedTo, Instant recordedAt) {}
}
