package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.contract.terms.RuleContent;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a terms document about its notified rules; by the legal desk. */
public sealed interface RuleCommand {

  /** The document; its stream's id. */
  String document();

  /** The rule's name. */
  String rule();

  /**
   * Record a rule that was notified.
   *
   * @param contentSha256 the hash that the sender computed, to be held against ours; null when none
   * @param captured the bytes of its document, base64, which have its hash; null when none
   * @param reason why; null is only allowed when its day is yet to come
   */
  record NotifyRule(
      @TargetAggregateIdentifier String document,
      String rule,
      RuleContent content,
      @Nullable String contentSha256,
      @Nullable String captured,
      LocalDate effectiveFrom,
      TermsRuleNotified.Notice notice,
      @Nullable String supersedes,
      @Nullable String reason)
      implements RuleCommand {}

  /**
   * End a rule.
   *
   * @param endsOn the first day in Japan on which it no longer applies
   */
  record EndRule(
      @TargetAggregateIdentifier String document, String rule, LocalDate endsOn, String reason)
      implements RuleCommand {}
}
