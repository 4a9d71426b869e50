package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.terms.TermsHistory;

/** The terms documents as published so far. */
@FunctionalInterface
public interface TermsCatalogue {

  /** The history of a document; empty when nothing of it is published. */
  TermsHistory of(String document);
}
