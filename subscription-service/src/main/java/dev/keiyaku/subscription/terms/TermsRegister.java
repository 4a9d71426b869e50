package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsHistory;

/** What the write side knows of terms documents: folded from their events, never read elsewhere. */
public interface TermsRegister {

  /**
   * Everything recorded of a document, up to now; empty when nothing is.
   *
   * @param document such as {@code mysecure}
   */
  TermsHistory terms(String document);
}
