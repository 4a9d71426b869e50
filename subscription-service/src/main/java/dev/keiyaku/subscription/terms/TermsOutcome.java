package dev.keiyaku.subscription.terms;

import dev.keiyaku.subscription.http.Outcome;
import dev.keiyaku.subscription.terms.text.Findings.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command to a terms document brought, as it is answered. */
sealed interface TermsOutcome extends Outcome {

  /**
   * Published.
   *
   * @param contentSha256 what an application's acceptance must name
   * @param effectiveAt 00:00 Asia/Tokyo of its first day; null when open
   * @param warnings what the legal desk should know
   */
  record Published(
      String document,
      String termsVersion,
      long version,
      String contentSha256,
      @Nullable LocalDate effectiveFrom,
      @Nullable Instant effectiveAt,
      List<Warning> warnings)
      implements TermsOutcome {}

  /**
   * Noticed.
   *
   * @param inTime whether it was published before the version takes effect
   */
  record Noticed(
      String document,
      String termsVersion,
      String noticeId,
      long version,
      Instant firstPublishedAt,
      boolean inTime,
      List<Warning> warnings)
      implements TermsOutcome {}

  /**
   * Withdrawn.
   *
   * @param withdrawnAt UTC; before the version's first instant
   */
  record Withdrawn(String document, String termsVersion, long version, Instant withdrawnAt)
      implements TermsOutcome {}

  /**
   * Drafted.
   *
   * @param version of the stream of drafts
   * @param contentSha256 what its publication must name
   * @param violations what would be refused if it were published now
   */
  record Drafted(
      String document,
      String termsVersion,
      long version,
      String contentSha256,
      List<Finding> violations)
      implements TermsOutcome {}

  /** What stands between a version and those who agreed to an earlier one (民法548条の4第3項). */
  enum Warning {
    /** It binds nobody without an act until a notice before its effective day is recorded. */
    NOTICE_MISSING,
    /** No notice recorded was published before its effective day, and a later one mends nothing. */
    NOTICE_TOO_LATE
  }
}
