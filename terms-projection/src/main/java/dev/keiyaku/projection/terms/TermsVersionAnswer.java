package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.AmendmentBasis;
import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.contract.terms.VersionStatus;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the terms, as known.
 *
 * @param status where it stands in its life at the instant asked
 * @param kind what it is to the one before it
 * @param predecessor the version that it was said to follow; null when none was named
 * @param follows the standing version that begins last before it; null when there is none, and for
 *     one that is withdrawn
 * @param replacesElided paths of nodes that its predecessor leaves out and it knowingly fills in or
 *     drops; null when none were named
 * @param title the document's title, as this version has it
 * @param vendor the vendor it names
 * @param effectiveFrom its first day in Japan; null when the source does not say
 * @param effectiveAt 00:00 of that day, UTC
 * @param effectiveUntil when the next version begins, UTC, exclusive; null when none is known
 * @param gate whether it binds without an act, and why
 * @param withdrawal its withdrawal before it took effect; null when there is none
 * @param rules the notified rules that are part of it at the instant asked (第2条4), by when they
 *     became so; null in lists
 * @param reason why it was published
 * @param content the whole structured text; null in lists
 * @param nodeSha256 the hash of each node by path; null in lists
 */
record TermsVersionAnswer(
    String document,
    String version,
    VersionStatus status,
    VersionKind kind,
    @Nullable String predecessor,
    @Nullable String follows,
    @Nullable List<String> replacesElided,
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
    @Nullable Withdrawal withdrawal,
    @Nullable List<RulePart> rules,
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

  /**
   * Its withdrawal.
   *
   * @param at when, UTC
   */
  record Withdrawal(Instant at, String reason, Recording recorded) {}
}
