package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.DomainEvent;

/** What is recorded of a terms document; one stream a document. */
public sealed interface TermsEvent extends DomainEvent
    permits TermsVersionPublished,
        TermsNoticeRecorded,
        TermsSuccessionNamed,
        TermsVersionWithdrawn {

  /** The document, such as {@code mysecure}; also the stream's id. */
  String document();

  /** The version spoken of, such as {@code 2023-07-01}. */
  String version();
}
