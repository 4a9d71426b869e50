package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.Japan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule (諸規程) that the operator or the vendor notified to subscribers was recorded: it forms part
 * of the terms (第2条4). What it says never changes afterwards; another rule supersedes it.
 *
 * @param contentSha256 SHA-256 of the content as canonical JSON (RFC 8785), lower-case hex
 * @param captured the bytes of its document, base64; null when it has none, or only their hash was
 *     kept
 * @param effectiveFrom the first day in Japan on which it applies, as it says itself
 * @param notice how it was notified; it may be recorded late, and published late
 * @param supersedes the rule in whose place it comes; null when in none's
 * @param reason why it was entered, by the legal desk; not about any subscriber
 */
@EventName("terms.rule-notified")
public record TermsRuleNotified(
    String document,
    String rule,
    RuleContent content,
    String contentSha256,
    @Nullable String captured,
    LocalDate effectiveFrom,
    Notice notice,
    @Nullable String supersedes,
    @Nullable String reason)
    implements TermsRuleEvent {

  /**
   * How subscribers were told of a rule.
   *
   * @param place where it was published, a URL or a description
   * @param firstPublishedAt when it first was, UTC
   * @param channels by which ways it reached the subscribers
   * @param capturedSha256 SHA-256 of its captured bytes, lower-case hex; null when none was kept
   * @param captured the captured bytes, base64; null when only their hash was kept, or nothing
   */
  public record Notice(
      String place,
      Instant firstPublishedAt,
      List<NoticeChannel> channels,
      @Nullable String capturedSha256,
      @Nullable String captured) {}

  /** 00:00 Asia/Tokyo of {@link #effectiveFrom()}. */
  @Override
  public Instant effectiveAt() {
    return Japan.startOf(effectiveFrom);
  }

  /**
   * When it becomes part of the terms, UTC: on its day, or when its notice was first published if
   * that came later. Only what is notified is part of them (第2条4), and no notice works backwards.
   */
  public Instant joinsAt() {
    return noticedInTime() ? effectiveAt() : notice.firstPublishedAt();
  }

  /** Whether its notice was out when its day began. */
  public boolean noticedInTime() {
    return !notice.firstPublishedAt().isAfter(effectiveAt());
  }
}
