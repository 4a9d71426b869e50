package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptedItem;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.projection.terms.Recording;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One act and one item of it: what was agreed to, by its own hash. Never changed.
 *
 * @param sequence the act's place in its stream
 * @param item 0 for the terms as a whole (承諾), 1 to 6 for the items of 第7条 1
 * @param clausePath null for the terms as a whole
 * @param clauseSha256 hash of the words agreed to
 * @param displayed what was shown; null when nobody recorded it
 * @param effectiveAt as entered, UTC; corrections are computed at read
 */
record Consent(
    String subscriptionId,
    long sequence,
    int item,
    String acceptanceId,
    String eventId,
    TermsReference terms,
    @Nullable String clausePath,
    String clauseSha256,
    AcceptanceBasis basis,
    @Nullable Displayed displayed,
    Instant effectiveAt,
    @Nullable SealedText reason,
    Recording recorded) {

  /** What was shown before the act. */
  record Displayed(String sha256, Instant at, @Nullable SealedText evidence) {
    static @Nullable Displayed of(TermsAccepted.@Nullable Display display) {
      return display == null
          ? null
          : new Displayed(display.contentSha256(), display.displayedAt(), display.evidence());
    }
  }

  /** The rows of an act. */
  static List<Consent> of(
      String eventId, long sequence, Recording recorded, TermsAccepted accepted) {
    var whole =
        row(eventId, sequence, recorded, accepted, 0, null, accepted.terms().contentSha256());
    var items =
        accepted.items().stream().map(item -> row(eventId, sequence, recorded, accepted, item));
    return Stream.concat(Stream.of(whole), items).toList();
  }

  private static Consent row(
      String eventId,
      long sequence,
      Recording recorded,
      TermsAccepted accepted,
      AcceptedItem item) {
    var clause = item.clause();
    return row(
        eventId, sequence, recorded, accepted, item.number(), clause.path(), clause.sha256());
  }

  private static Consent row(
      String eventId,
      long sequence,
      Recording recorded,
      TermsAccepted accepted,
      int item,
      @Nullable String path,
      String sha256) {
    return new Consent(
        accepted.subscriptionId(),
        sequence,
        item,
        accepted.acceptanceId(),
        eventId,
        accepted.terms(),
        path,
        sha256,
        accepted.basis(),
        Displayed.of(accepted.display()),
        accepted.effectiveAt(),
        accepted.reason(),
        recorded);
  }
}
