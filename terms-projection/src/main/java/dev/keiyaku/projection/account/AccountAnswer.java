package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.Channel;
import dev.keiyaku.contract.subscription.NetworkContract;
import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.subscription.State;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.consent.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription at an effective instant, as known at a recorded one.
 *
 * @param version the stream version it shows; the ETag
 * @param asOf the effective instant asked
 * @param knownAt the recorded instant asked; null: as known now
 * @param tmfStatus the nearest product status of TMF637; null where it has none
 * @param usable activated, not cancelled, and no suspension open
 * @param nextChange the next change of status that is known
 * @param acceptedTerms what had been accepted by the instant, the latest act last
 * @param flags what an agent has to see at the instant
 * @param objections those made by the instant, withdrawn ones too
 * @param consentWithdrawals those made by the instant, settled ones too
 */
public record AccountAnswer(
    String subscriptionId,
    long version,
    String subscriberId,
    Product product,
    Channel channel,
    @Nullable String belongsToIsp,
    @Nullable String billingOperator,
    @Nullable NetworkContract networkContract,
    @Nullable String vendorAccountReference,
    Instant asOf,
    @Nullable Instant knownAt,
    Status status,
    @Nullable String tmfStatus,
    boolean usable,
    @Nullable Instant appliedAt,
    @Nullable Instant activatedAt,
    @Nullable Cancellation cancellation,
    List<SuspensionAnswer> openSuspensions,
    List<SuspensionAnswer> plannedSuspensions,
    State.@Nullable NextChange nextChange,
    List<AcceptedTerms> acceptedTerms,
    Binding binding,
    Set<Flag> flags,
    List<ObjectionAnswer> objections,
    List<ConsentWithdrawalAnswer> consentWithdrawals) {

  /**
   * The end of the contract.
   *
   * @param pending whether it lies ahead of the instant asked, and can still be withdrawn
   */
  public record Cancellation(
      @Nullable String cancellationId, Instant effectiveAt, boolean pending) {}

  /** An act of acceptance. */
  public record AcceptedTerms(
      String acceptanceId,
      String document,
      String version,
      String contentSha256,
      AcceptanceBasis basis,
      List<Integer> items,
      Instant acceptedAt) {}
}
