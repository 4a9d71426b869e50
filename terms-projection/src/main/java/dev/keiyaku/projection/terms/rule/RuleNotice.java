package dev.keiyaku.projection.terms.rule;

import dev.keiyaku.contract.terms.NoticeChannel;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import java.time.Instant;
import java.util.List;

/**
 * How a rule was notified.
 *
 * @param inTime whether it was out when the rule's day began; if not, the rule is part of the terms
 *     only from the notice
 */
public record RuleNotice(
    String place, Instant firstPublishedAt, boolean inTime, List<NoticeChannel> channels) {

  static RuleNotice of(TermsRuleNotified rule) {
    var notice = rule.notice();
    return new RuleNotice(
        notice.place(), notice.firstPublishedAt(), rule.noticedInTime(), notice.channels());
  }
}
