package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.SuspensionGround;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be asked of a subscription. Times are instants in UTC; where one may be left
 * out, null means now.
 */
public sealed interface SubscriptionCommand {

  /** The subscription asked, a UUIDv7. */
  String subscriptionId();

  /** 契約の利用申込 (第7条 1). */
  record ApplyForSubscription(
      @TargetAggregateIdentifier String subscriptionId,
      String subscriberId,
      Product product,
      Channel channel,
      @Nullable String belongsToIsp,
      @Nullable String billingOperator,
      @Nullable NetworkContract networkContract,
      @Nullable Instant appliedAt,
      Acceptance acceptance,
      @Nullable FreeText reason)
      implements SubscriptionCommand {}

  /** 利用開始. */
  record ActivateSubscription(
      @TargetAggregateIdentifier String subscriptionId,
      String vendorAccountReference,
      @Nullable Instant activatedAt,
      @Nullable FreeText reason)
      implements SubscriptionCommand {}

  /** 利用中止 (第15条). */
  record SuspendSubscription(
      @TargetAggregateIdentifier String subscriptionId,
      String suspensionId,
      SuspensionGround ground,
      @Nullable Instant startsAt,
      @Nullable Instant expectedEnd,
      @Nullable FreeText note,
      @Nullable String incidentReference,
      @Nullable Notice notice,
      FreeText reason)
      implements SubscriptionCommand {}

  /** Ends one suspension. */
  record LiftSuspension(
      @TargetAggregateIdentifier String subscriptionId,
      String suspensionId,
      @Nullable Instant effectiveAt,
      FreeText reason)
      implements SubscriptionCommand {}

  /** Takes back a suspension that has not begun. */
  record WithdrawSuspension(
      @TargetAggregateIdentifier String subscriptionId, String suspensionId, FreeText reason)
      implements SubscriptionCommand {}

  /** 解約, now or dated ahead. */
  record CancelSubscription(
      @TargetAggregateIdentifier String subscriptionId,
      String cancellationId,
      @Nullable Instant effectiveAt,
      FreeText reason)
      implements SubscriptionCommand {}

  /** Takes back a cancellation that has not taken effect. */
  record WithdrawCancellation(@TargetAggregateIdentifier String subscriptionId, FreeText reason)
      implements SubscriptionCommand {}

  /** 承諾 of a version, after the application. */
  record AcceptTerms(
      @TargetAggregateIdentifier String subscriptionId,
      Acceptance acceptance,
      @Nullable Instant acceptedAt,
      @Nullable FreeText reason)
      implements SubscriptionCommand {}

  /** Objects to an amendment of the terms. */
  record ObjectToAmendment(
      @TargetAggregateIdentifier String subscriptionId,
      String objectionId,
      String document,
      String version,
      @Nullable Instant objectedAt,
      @Nullable FreeText statement,
      @Nullable FreeText reason)
      implements SubscriptionCommand {}

  /** Takes an objection back. */
  record WithdrawObjection(
      @TargetAggregateIdentifier String subscriptionId,
      String objectionId,
      @Nullable Instant withdrawnAt,
      FreeText reason)
      implements SubscriptionCommand {}

  /** Withdraws the consent to items about data (第7条 1 (2) to (4)). */
  record WithdrawConsent(
      @TargetAggregateIdentifier String subscriptionId,
      String withdrawalId,
      List<Integer> items,
      @Nullable Instant withdrawnAt,
      @Nullable FreeText statement,
      @Nullable FreeText reason)
      implements SubscriptionCommand {}

  /** Settles a withdrawn consent, by an agent. */
  record SettleConsentWithdrawal(
      @TargetAggregateIdentifier String subscriptionId,
      String withdrawalId,
      ConsentWithdrawalSettled.Settlement settlement,
      @Nullable Instant settledAt,
      FreeText reason)
      implements SubscriptionCommand {}

  /** Answers a mistaken entry; {@code docs/corrections.md} says which may be. */
  record CorrectEntry(
      @TargetAggregateIdentifier String subscriptionId,
      String eventId,
      EntryCorrected.Kind kind,
      @Nullable Instant effectiveAt,
      FreeText reason)
      implements SubscriptionCommand {}

  /**
   * What was accepted.
   *
   * @param contentSha256 hash of the text displayed, lower-case hex
   * @param display null when nobody recorded what was shown
   */
  record Acceptance(
      String acceptanceId,
      String document,
      String version,
      String contentSha256,
      List<Integer> items,
      @Nullable Display display) {}

  /** What was shown before the act. */
  record Display(String displayId, Instant displayedAt, @Nullable FreeText evidence) {}

  /** Whether the subscriber was told of a suspension beforehand. */
  record Notice(
      @Nullable Instant givenAt, @Nullable String place, @Nullable FreeText impossibleBecause) {}
}
