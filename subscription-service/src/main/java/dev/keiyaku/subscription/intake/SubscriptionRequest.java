package dev.keiyaku.subscription.intake;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SuspensionGround;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that can be sent. Anything may be absent until it is checked. */
sealed interface SubscriptionRequest {

  record Applying(
      @Nullable String subscriberId,
      @Nullable Product product,
      @Nullable Channel channel,
      @Nullable String belongsToIsp,
      @Nullable String billingOperator,
      @Nullable NetworkContract networkContract,
      @Nullable Instant appliedAt,
      @Nullable Acceptance acceptance,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record Acceptance(
      @Nullable String document,
      @Nullable String version,
      @Nullable String contentSha256,
      @Nullable List<@Nullable Integer> items,
      @Nullable Display display)
      implements SubscriptionRequest {}

  record Display(
      @Nullable Instant displayedAt,
      @Nullable String locale,
      @Nullable String place,
      @Nullable String userAgent)
      implements SubscriptionRequest {}

  record Activating(
      @Nullable String vendorAccountReference,
      @Nullable Instant activatedAt,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record Suspending(
      @Nullable SuspensionGround ground,
      @Nullable Instant startsAt,
      @Nullable Instant expectedEnd,
      @Nullable String note,
      @Nullable String incidentReference,
      @Nullable Notice notice,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record Notice(
      @Nullable Instant givenAt, @Nullable String place, @Nullable String impossibleBecause)
      implements SubscriptionRequest {}

  /** Ends something, now or at another time: a suspension or the contract. */
  record Ending(@Nullable Instant effectiveAt, @Nullable String reason)
      implements SubscriptionRequest {}

  record Withdrawing(@Nullable String reason) implements SubscriptionRequest {}

  record Accepting(
      @Nullable Acceptance acceptance, @Nullable Instant acceptedAt, @Nullable String reason)
      implements SubscriptionRequest {}

  record Correcting(
      @Nullable String eventId,
      EntryCorrected.@Nullable Kind kind,
      @Nullable Instant effectiveAt,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record Objecting(
      @Nullable String document,
      @Nullable String version,
      @Nullable Instant objectedAt,
      @Nullable String statement,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record WithdrawingObjection(@Nullable Instant withdrawnAt, @Nullable String reason)
      implements SubscriptionRequest {}

  record WithdrawingConsent(
      @Nullable List<@Nullable Integer> items,
      @Nullable Instant withdrawnAt,
      @Nullable String statement,
      @Nullable String reason)
      implements SubscriptionRequest {}

  record Settling(
      @Nullable Settlement settlement, @Nullable Instant settledAt, @Nullable String reason)
      implements SubscriptionRequest {}
}
