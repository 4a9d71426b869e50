package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Who may apply for what (第5条 3), by the version in force on the application's day in Japan. A
 * product without a rule has no such limit in the source.
 */
record Eligibility(Clauses terms) {

  /**
   * What the version says of a contract.
   *
   * @param rule the one that decided; null when the product has no limit
   */
  record Verdict(boolean eligible, @Nullable EligibilityRule rule) {}

  /** Answers, whoever asks: an application, or somebody who wants to know before applying. */
  Verdict verdict(Product product, @Nullable NetworkContract contract) {
    var rules =
        terms.version().published().content().eligibility().stream()
            .filter(rule -> rule.product().equals(product.name()))
            .toList();
    if (rules.isEmpty()) {
      return new Verdict(true, null);
    }
    return rules.stream()
        .filter(rule -> contract != null && admits(rule, contract))
        .findFirst()
        .map(rule -> new Verdict(true, rule))
        .orElseGet(() -> new Verdict(false, rules.getFirst()));
  }

  /**
   * The words that decided; null when the product has no limit.
   *
   * @throws Problem NOT_ELIGIBLE, quoting the words
   */
  @Nullable ClauseReference decide(Product product, @Nullable NetworkContract contract) {
    var verdict = verdict(product, contract);
    var rule = verdict.rule();
    if (rule == null) {
      return null;
    } else if (!verdict.eligible()) {
      throw refused(rule);
    }
    return terms.at(rule.path());
  }

  private static boolean admits(EligibilityRule rule, NetworkContract contract) {
    return rule.agreement().equals(contract.agreement())
        && rule.category() == contract.category()
        && rule.type() == contract.type()
        && rule.course() == contract.course()
        && rule.plans().contains(contract.plan());
  }

  private Problem refused(EligibilityRule rule) {
    var clause = terms.shown(terms.at(rule.path()));
    return Problem.of(ProblemCode.NOT_ELIGIBLE)
        .detail(terms.name(), String.valueOf(clause.text()))
        .article(clause.article())
        .with("clause", clause);
  }
}
