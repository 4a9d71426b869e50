package dev.keiyaku.contract.terms;

import org.jspecify.annotations.Nullable;

/**
 * Who notified a rule (第2条4): the operator, or the vendor whom the terms name.
 *
 * @param name the vendor's legal name, verbatim; null for the operator
 */
public record RuleIssuer(Kind kind, @Nullable String name) {

  /** Whose rule it is. */
  public enum Kind {
    /** 当社. */
    OPERATOR,
    /** The vendor of that name, and of no other. */
    VENDOR
  }

  /**
   * Whether terms that name this vendor take the issuer's rules in. The clause names one vendor:
   * the rules of another, a former one too, are not of its terms.
   */
  public boolean isNamedBy(Vendor vendor) {
    return kind == Kind.OPERATOR || vendor.name().equals(name);
  }
}
