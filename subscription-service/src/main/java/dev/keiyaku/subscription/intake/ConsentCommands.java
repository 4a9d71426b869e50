package dev.keiyaku.subscription.intake;

import static dev.keiyaku.http.Fields.required;

import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;

/** Commands about objections and withdrawn consents from checked requests. */
final class ConsentCommands {

  private ConsentCommands() {}

  static SubscriptionCommand object(String id, SubscriptionRequest.Objecting sent) {
    return new SubscriptionCommand.ObjectToAmendment(
        id,
        Uuid7.text(),
        Texts.opaque(sent.document(), "document"),
        Texts.opaque(sent.version(), "version"),
        sent.objectedAt(),
        Texts.wordsIfSent(sent.statement(), "statement"),
        Texts.wordsIfSent(sent.reason(), "reason"));
  }

  static SubscriptionCommand withdraw(
      String id, String objection, SubscriptionRequest.WithdrawingObjection sent) {
    return new SubscriptionCommand.WithdrawObjection(
        id, objection, sent.withdrawnAt(), Texts.words(sent.reason(), "reason"));
  }

  static SubscriptionCommand withdraw(String id, SubscriptionRequest.WithdrawingConsent sent) {
    return new SubscriptionCommand.WithdrawConsent(
        id,
        Uuid7.text(),
        required(sent.items(), "items").stream().map(item -> required(item, "items")).toList(),
        sent.withdrawnAt(),
        Texts.wordsIfSent(sent.statement(), "statement"),
        Texts.wordsIfSent(sent.reason(), "reason"));
  }

  static SubscriptionCommand settle(
      String id, String withdrawal, SubscriptionRequest.Settling sent) {
    return new SubscriptionCommand.SettleConsentWithdrawal(
        id,
        withdrawal,
        required(sent.settlement(), "settlement"),
        sent.settledAt(),
        Texts.words(sent.reason(), "reason"));
  }
}
