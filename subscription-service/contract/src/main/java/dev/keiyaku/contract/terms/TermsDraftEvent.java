package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.DomainEvent;

/**
 * What is recorded of the drafts of a terms document; one stream a document, beside its own: a
 * draft binds nobody, and only the legal desk sees it.
 */
public sealed interface TermsDraftEvent extends DomainEvent permits TermsVersionDrafted {

  /** The id of the stream of a document's drafts; no document is named so. */
  static String stream(String document) {
    return document + ".drafts";
  }

  /** The document, such as {@code mysecure}. */
  String document();

  /** The version that is drafted. */
  String version();
}
