package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.Japan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms was published. Its text never changes afterwards.
 *
 * @param effectiveFrom the first day in Japan on which it is in force (実施期日); null when the source
 *     does not say, and then it is in force before every other version
 * @param amendedOn the day of the amendment (附則), null when unknown
 * @param amendmentReference the amendment's reference number (附則), null when unknown
 * @param basis on what ground it binds those who agreed to an earlier version; null for a first one
 * @param contentSha256 SHA-256 of the content as canonical JSON (RFC 8785), lower-case hex
 * @param nodeSha256 the same of each node, by path
 * @param reason why it was published, by the legal desk; not about any subscriber
 */
@EventName("terms.version-published")
public record TermsVersionPublished(
    String document,
    String version,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    @Nullable AmendmentBasis basis,
    TermsContent content,
    String contentSha256,
    Map<String, String> nodeSha256,
    @Nullable String reason)
    implements TermsVersionEvent {

  /** 00:00 Asia/Tokyo of {@link #effectiveFrom()}; null when that is open. */
  @Override
  public @Nullable Instant effectiveAt() {
    return effectiveFrom == null ? null : Japan.startOf(effectiveFrom);
  }

  /** Whether it is, or will be, in force at the instant, its successors aside. */
  public boolean hasBegunAt(Instant instant) {
    var start = effectiveAt();
    return start == null || !instant.isBefore(start);
  }
}
