package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber accepted a version of the terms and its six items (第7条 1): an act, never computed.
 *
 * @param acceptanceId a UUIDv7
 * @param items each item accepted, its own fact: items (3) and (4) differ between the versions
 * @param display what was shown before the act; null when nobody recorded it, and then the basis is
 *     {@link AcceptanceBasis#IMPORTED_UNPROVEN}
 */
@EventName("subscription.terms-accepted")
public record TermsAccepted(
    String subscriptionId,
    String acceptanceId,
    TermsReference terms,
    List<AcceptedItem> items,
    AcceptanceBasis basis,
    @Nullable Display display,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {

  /** One of the listed items, by its words. */
  public record AcceptedItem(int number, ClauseReference clause) {}

  /**
   * What was shown, a fact apart from the acceptance.
   *
   * @param contentSha256 hash of the text displayed, lower-case hex
   * @param displayedAt when, UTC
   * @param evidence place, language and client as JSON, sealed; null when none was sent
   */
  public record Display(String contentSha256, Instant displayedAt, @Nullable SealedText evidence) {}

  /** How we know of the act. */
  public enum AcceptanceBasis {
    /** Displayed and accepted. */
    EXPLICIT,
    /** Taken over without a record of the display. */
    IMPORTED_UNPROVEN
  }
}
