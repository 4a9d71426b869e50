package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsHistory;

/** What the write side knows of the terms: folded from the events, never read from a read model. */
public interface TermsRegister {

  /** Everything recorded of a document up to now; empty when there is no such document. */
  TermsHistory terms(String document);
}
