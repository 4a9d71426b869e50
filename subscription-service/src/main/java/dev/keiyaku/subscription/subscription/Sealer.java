package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.Purposes;
import dev.keiyaku.contract.SealedText;
import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.Notice;
import org.jspecify.annotations.Nullable;

/** Turns the words that came with a command into ciphertext, before any event holds them. */
record Sealer(Seal seal, String subscriber, String subscriptionId, @Nullable FreeText whyEntered) {

  /** One of {@link Vault}'s. */
  interface Seal {
    SealedText of(String subject, String purpose, String plaintext);
  }

  @Nullable SealedText reason() {
    return seal(Purposes.reason(subscriptionId), whyEntered);
  }

  @Nullable SealedText note(@Nullable FreeText note) {
    return seal(Purposes.suspensionNote(subscriptionId), note);
  }

  @Nullable SealedText noticeImpossible(Notice notice) {
    return seal(Purposes.noticeImpossible(subscriptionId), notice.impossibleBecause());
  }

  @Nullable SealedText objection(@Nullable FreeText statement) {
    return seal(Purposes.objectionStatement(subscriptionId), statement);
  }

  @Nullable SealedText withdrawal(@Nullable FreeText statement) {
    return seal(Purposes.withdrawalStatement(subscriptionId), statement);
  }

  @Nullable SealedText evidence(@Nullable FreeText evidence) {
    return seal(Purposes.displayEvidence(subscriptionId), evidence);
  }

  private @Nullable SealedText seal(String purpose, @Nullable FreeText text) {
    return text == null ? null : seal.of(subscriber, purpose, text.words());
  }
}
