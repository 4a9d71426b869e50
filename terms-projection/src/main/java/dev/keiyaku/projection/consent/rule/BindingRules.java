package dev.keiyaku.projection.consent.rule;

import dev.keiyaku.contract.terms.NotifiedRules.Rule;
import dev.keiyaku.contract.terms.RuleStanding;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a subscription at an instant. They bind through the version that binds, whose 第2条4
 * makes them part of itself: those of the operator and of the vendor which that version names.
 *
 * @param binding those that do, by when they became part of the terms
 * @param notBinding those whose day has come and that do not, and why
 */
public record BindingRules(List<RulePart> binding, List<NotBindingRule> notBinding) {

  /** By nothing that is bound, no rule binds. */
  public static final BindingRules NONE = new BindingRules(List.of(), List.of());

  /** Why a rule does not bind. */
  public enum Because {
    /** Its notice was not out yet: only what is notified is part of the terms. */
    NOT_YET_NOTIFIED,
    /** Its issuer is not the vendor whom the version that binds names. */
    ISSUER_NOT_NAMED
  }

  /** The same sentence in both languages. */
  public record Reason(String ja, String en) {}

  /** A rule whose day has come and that does not bind. */
  public record NotBindingRule(RulePart rule, Because because, Reason reason) {}

  /**
   * With a version that binds.
   *
   * @param terms what is known of the document
   * @param at the effective instant asked, UTC
   */
  public static BindingRules of(TermsHistory terms, Version version, Instant at) {
    return new BindingRules(
        RulePart.of(terms, version, at),
        terms.rules().all().stream()
            .flatMap(rule -> because(rule, version, at).map(it -> not(rule, it)).stream())
            .toList());
  }

  private static Optional<Because> because(Rule rule, Version version, Instant at) {
    var standing = rule.standing(at);
    if (standing == RuleStanding.NOT_YET_NOTIFIED) {
      return Optional.of(Because.NOT_YET_NOTIFIED);
    }
    var vendor = version.published().content().vendor();
    return standing == RuleStanding.IN_FORCE
            && !rule.notified().content().issuer().isNamedBy(vendor)
        ? Optional.of(Because.ISSUER_NOT_NAMED)
        : Optional.empty();
  }

  private static NotBindingRule not(Rule rule, Because because) {
    return new NotBindingRule(RulePart.of(rule), because, reason(because));
  }

  private static Reason reason(Because because) {
    return switch (because) {
      case NOT_YET_NOTIFIED ->
          new Reason(
              "この時点ではまだ通知されておらず、本規約の一部を構成しません（第2条4）。",
              "It was not notified yet at that time, and only what is notified is part of the terms"
                  + " (第2条4).");
      case ISSUER_NOT_NAMED ->
          new Reason(
              "拘束する版の第2条4が定める者による通知ではないため、その版の一部を構成しません。",
              "It was not notified by whom 第2条4 of the version that binds names, so it is no part"
                  + " of that version.");
    };
  }
}
