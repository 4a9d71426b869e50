package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.DomainEvent;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is recorded of a subscription (マイセキュア契約); one stream a contract. */
public sealed interface SubscriptionEvent extends DomainEvent
    permits SubscriptionApplied,
        TermsDisplayed,
        TermsAccepted,
        AmendmentObjected,
        ObjectionWithdrawn,
        ConsentWithdrawn,
        ConsentWithdrawalSettled,
        SubscriptionActivated,
        SubscriptionSuspended,
        SuspensionLifted,
        SuspensionWithdrawn,
        SubscriptionCancelled,
        CancellationWithdrawn,
        EntryCorrected {

  /** The contract, a UUIDv7; also the stream's id. */
  String subscriptionId();

  /** When it holds, UTC; never null for a subscription. */
  @Override
  Instant effectiveAt();

  /** Why it was entered, sealed; null when none was asked for. */
  @Nullable SealedText reason();
}
