package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.DomainEvent;

/**
 * What is recorded of a terms document; one stream a document: of its versions, and of the rules
 * that were notified under it.
 */
public sealed interface TermsEvent extends DomainEvent permits TermsVersionEvent, TermsRuleEvent {

  /** The document, such as {@code mysecure}; also the stream's id. */
  String document();
}
