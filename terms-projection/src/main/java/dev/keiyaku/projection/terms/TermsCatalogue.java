package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsHistory;

/** The terms documents as the read model has them. */
@FunctionalInterface
public interface TermsCatalogue {

  /** The history of a document; empty when nothing of it is published. */
  TermsHistory of(String document);
}
