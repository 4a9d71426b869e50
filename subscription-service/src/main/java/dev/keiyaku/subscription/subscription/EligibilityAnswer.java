package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.EligibilityRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether one may apply for a product (第5条 3), and which words decide. Nothing is recorded.
 *
 * @param at the instant decided for, UTC
 * @param ahead whether that lies in the future: a version that is published until then may decide
 *     otherwise
 * @param terms the version in force at the instant, as far as is known now
 * @param effectiveFrom since when that version is in force, UTC; null when its start is open
 * @param rule the rule that decided; null when the product has no limit
 * @param clause the words it stands on, verbatim; null when the product has no limit
 */
public record EligibilityAnswer(
    boolean eligible,
    Because because,
    Product product,
    Instant at,
    boolean ahead,
    TermsReference terms,
    @Nullable Instant effectiveFrom,
    @Nullable EligibilityRule rule,
    @Nullable Clause clause) {

  /** Why the answer is yes or no. */
  public enum Because {
    /** Yes: the rule admits the network contract. */
    ADMITTED,
    /** Yes: the version limits the product to no network contract. */
    NO_LIMIT,
    /** No: the product is limited, and no network contract was named. */
    NO_CONTRACT_NAMED,
    /** No: no rule admits the network contract. */
    NOT_ADMITTED
  }

  /**
   * Decides as an application made at the instant would be decided.
   *
   * @param contract the network contract named; null when none was
   * @param at when it would be made, UTC; null for now
   * @throws dev.keiyaku.http.Problem NO_TERMS_IN_FORCE
   */
  public static EligibilityAnswer of(
      Office office, Product product, @Nullable NetworkContract contract, @Nullable Instant at) {
    var now = office.now();
    var instant = at == null ? now : at;
    var document = product.document();
    var terms = Clauses.inForce(office.terms(document), document, instant);
    var verdict = new Eligibility(terms).verdict(product, contract);
    var rule = verdict.rule();
    return new EligibilityAnswer(
        verdict.eligible(),
        because(verdict, contract),
        product,
        instant,
        instant.isAfter(now),
        terms.reference(),
        terms.version().effectiveAt(),
        rule,
        rule == null ? null : terms.shown(terms.at(rule.path())));
  }

  private static Because because(Eligibility.Verdict verdict, @Nullable NetworkContract contract) {
    if (verdict.rule() == null) {
      return Because.NO_LIMIT;
    } else if (verdict.eligible()) {
      return Because.ADMITTED;
    }
    return contract == null ? Because.NO_CONTRACT_NAMED : Because.NOT_ADMITTED;
  }
}
