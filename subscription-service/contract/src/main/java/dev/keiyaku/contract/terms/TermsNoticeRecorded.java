package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.EventName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notice of a version was recorded (民法548条の4第2項). It may be recorded late: what counts is when
 * it was first published.
 *
 * @param place where it was published, a URL or a description
 * @param firstPublishedAt when it first was, UTC
 * @param capturedSha256 SHA-256 of the captured bytes, lower-case hex
 * @param captured the captured bytes, base64; null when only their hash was kept
 * @param channels by which ways it reached the subscribers
 * @param reason why it was entered, by the legal desk; not about any subscriber
 */
@EventName("terms.notice-recorded")
public record TermsNoticeRecorded(
    String document,
    String version,
    String noticeId,
    String place,
    Instant firstPublishedAt,
    String capturedSha256,
    @Nullable String captured,
    List<NoticeChannel> channels,
    @Nullable String reason)
    implements TermsVersionEvent {

  @Override
  public Instant effectiveAt() {
    return firstPublishedAt;
  }
}
