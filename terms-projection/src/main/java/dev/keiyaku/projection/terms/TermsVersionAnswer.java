package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms, as known.
 *
 * @param title the document's title, as this version has it
 * @param vendor the vendor it names
 * @param effectiveFrom its first day in Japan; null when the source does not say
 * @param effectiveAt 00:00 of that day, UTC
 * @param effectiveUntil when the next version begins, UTC, exclusive; null when none is known
 * @param gate whether it binds without an act, and why
 * @param reason why it was published
 * @param content the whole structured text; null in lists
 * @param nodeSha256 the hash of each node by path; null in lists
 */
record TermsVersionAnswer(
    String document,
    String version,
    String title,
    String vendor,
    @Nullable LocalDate effectiveFrom,
    @Nullable Instant effectiveAt,
    @Nullable Instant effectiveUntil,
    @Nullable LocalDate amendedOn,
    @Nullable String amendmentReference,
    @Nullable AmendmentBasis basis,
    String contentSha256,
    Gate gate,
    List<Notice> notices,
    Recording recorded,
    @Nullable String reason,
    @Nullable TermsContent content,
    @Nullable Map<String, String> nodeSha256) {

  /**
   * A notice of it.
   *
   * @param inTime whether it was first published before the version takes effect
   * @param captured the captured bytes, base64; null in lists, and when only their hash was kept
   */
  record Notice(
      String noticeId,
      String place,
      Instant firstPublishedAt,
      boolean inTime,
      String capturedSha256,
      @Nullable String captured,
      List<NoticeChannel> channels,
      @Nullable String reason,
      Recording recorded) {}
}
