package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.contract.terms.NotifiedRules;
import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsRuleEnded;
import dev.keiyaku.contract.terms.TermsRuleNotified;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.rule.RuleCommand.EndRule;
import dev.keiyaku.subscription.terms.rule.RuleCommand.NotifyRule;
import java.time.Instant;

/** What must be true of a rule before it is recorded, and before it is ended. */
public final class RuleDecisions {

  private RuleDecisions() {}

  /**
   * The event of a rule that was notified.
   *
   * @param now UTC
   * @throws Problem RULE_EXISTS, RULE_INVALID, EFFECTIVE_IN_FUTURE or REASON_REQUIRED
   */
  public static TermsRuleNotified notified(NotifyRule command, TermsHistory history, Instant now) {
    var hash = RuleHash.of(command.content());
    var event =
        new TermsRuleNotified(
            command.document(),
            command.rule(),
            command.content(),
            hash,
            command.captured(),
            command.effectiveFrom(),
            command.notice(),
            command.supersedes(),
            command.reason());
    var rules = history.rules();
    if (rules.rule(event.rule()).isPresent()) {
      throw Problem.of(ProblemCode.RULE_EXISTS).detail(event.rule());
    }
    // A notice that is not out yet has told nobody: it is recorded when it is.
    if (event.notice().firstPublishedAt().isAfter(now)) {
      throw Problem.of(ProblemCode.EFFECTIVE_IN_FUTURE)
          .violation("notice.firstPublishedAt", "future");
    }
    refuseStranger(event, history);
    refuseSuccession(event, rules);
    if (command.contentSha256() != null && !command.contentSha256().equals(hash)) {
      throw invalid("contentSha256", "not-the-hash-of-this-content");
    }
    if (event.reason() == null && event.effectiveAt().isBefore(now)) {
      throw Problem.of(ProblemCode.REASON_REQUIRED).violation("reason", "required");
    }
    return event;
  }

  /**
   * The event of a rule that ends.
   *
   * @throws Problem NOT_FOUND, RULE_ENDED or RULE_INVALID
   */
  public static TermsRuleEnded ended(EndRule command, TermsHistory history) {
    var rule =
        history.rules().rule(command.rule()).orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    if (rule.ended() instanceof TermsRuleEnded before) {
      throw Problem.of(ProblemCode.RULE_ENDED).detail(rule.name(), before.endsOn());
    }
    if (command.endsOn().isBefore(rule.notified().effectiveFrom())) {
      throw invalid("endsOn", "before-its-first-day");
    }
    return new TermsRuleEnded(
        command.document(), command.rule(), command.endsOn(), command.reason());
  }

  /** 第2条4 takes in the rules of the operator and of the vendor that it names, of nobody else. */
  private static void refuseStranger(TermsRuleNotified event, TermsHistory history) {
    var issuer = event.content().issuer();
    if (history.versions().stream()
        .noneMatch(version -> issuer.isNamedBy(version.published().content().vendor()))) {
      throw invalid("issuer.name", "not-the-vendor-of-any-version");
    }
  }

  private static void refuseSuccession(TermsRuleNotified event, NotifiedRules rules) {
    if (event.supersedes() == null) {
      return;
    }
    var before =
        rules.rule(event.supersedes()).orElseThrow(() -> invalid("supersedes", "no-such-rule"));
    var kind = before.notified().content().issuer().kind();
    if (kind != event.content().issuer().kind()) {
      throw invalid("supersedes", "rule-of-another-issuer");
    }
    if (before.successor() != null || hasEnded(before, event)) {
      throw invalid("supersedes", "rule-no-longer-applies");
    }
    if (event.effectiveFrom().isBefore(before.notified().effectiveFrom())) {
      throw invalid("effectiveFrom", "before-the-rule-superseded");
    }
  }

  private static boolean hasEnded(Rule before, TermsRuleNotified event) {
    return before.ended() != null && !event.joinsAt().isBefore(before.ended().effectiveAt());
  }

  private static Problem invalid(String path, String code) {
    return Problem.of(ProblemCode.RULE_INVALID).violation(path, code);
  }
}
