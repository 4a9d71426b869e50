package dev.keiyaku.contract.terms;

/** What is recorded of one version of a terms document. */
public sealed interface TermsVersionEvent extends TermsEvent
    permits TermsVersionPublished,
        TermsNoticeRecorded,
        TermsSuccessionNamed,
        TermsVersionWithdrawn {

  /** The version spoken of, such as {@code 2023-07-01}. */
  String version();
}
