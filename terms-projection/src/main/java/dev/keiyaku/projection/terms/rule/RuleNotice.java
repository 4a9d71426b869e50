package dev.keiyaku.projection.terms.rule;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rule was notified.
 *
 * @param inTime whether it was out when the rule's day began; if not, the rule is part of the terms
 *     only from the notice
 * @param capturedSha256 SHA-256 of its captured bytes, lower-case hex; null when none was kept
 * @param captured those bytes, base64; null when they were not kept, and where a rule is not whole
 */
public record RuleNotice(
    String place,
    Instant firstPublishedAt,
    boolean inTime,
    @Nullable String capturedSha256,
    @Nullable String captured,
    List<NoticeChannel> channels) {

  static RuleNotice of(TermsRuleNotified rule, boolean whole) {
    var notice = rule.notice();
    return new RuleNotice(
        notice.place(),
        notice.firstPublishedAt(),
        rule.noticedInTime(),
        notice.capturedSha256(),
        whole ? notice.captured() : null,
        notice.channels());
  }
}
