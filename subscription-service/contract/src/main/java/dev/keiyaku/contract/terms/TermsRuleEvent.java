package dev.keiyaku.contract.terms;

/** What is recorded of a notified rule (諸規程, 第2条4): it belongs to the document, to no version. */
public sealed interface TermsRuleEvent extends TermsEvent
    permits TermsRuleNotified, TermsRuleEnded {

  /** The rule's name, unique within the document; never used again. */
  String rule();
}
