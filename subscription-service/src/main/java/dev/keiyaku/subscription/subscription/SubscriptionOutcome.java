package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.contract.subscription.EntryCorrected;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.subscription.http.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command brought, as it is answered. {@code status} is the effective one when the command
 * was decided.
 */
public sealed interface SubscriptionOutcome extends Outcome {

  /**
   * Applied for.
   *
   * @param terms the version that the application rests on, by hash
   * @param eligibility the words that admitted it; null when the product has no limit
   */
  record Applied(
      String subscriptionId,
      long version,
      Status status,
      Instant effectiveAt,
      @Nullable String belongsToIsp,
      TermsReference terms,
      @Nullable Clause eligibility,
      String acceptanceId,
      List<Integer> items)
      implements SubscriptionOutcome {}

  /** Use begins. */
  record Activated(String subscriptionId, long version, Status status, Instant effectiveAt)
      implements SubscriptionOutcome {}

  /** Suspended, now or from a time to come. */
  record Suspended(
      String subscriptionId,
      String suspensionId,
      long version,
      Status status,
      SuspensionGround ground,
      Clause clause,
      Instant startsAt,
      @Nullable Instant expectedEnd)
      implements SubscriptionOutcome {}

  /**
   * One suspension is over.
   *
   * @param remaining what stays: open, or announced
   */
  record Lifted(
      String subscriptionId,
      String suspensionId,
      long version,
      Status status,
      boolean usable,
      Instant liftedAt,
      List<Remaining> remaining)
      implements SubscriptionOutcome {}

  /** One suspension will not begin. */
  record Withdrawn(
      String subscriptionId,
      String suspensionId,
      long version,
      Status status,
      boolean usable,
      Instant withdrawnAt,
      List<Remaining> remaining)
      implements SubscriptionOutcome {}

  /** Ends at its effective time. */
  record Cancelled(
      String subscriptionId,
      String cancellationId,
      long version,
      Status status,
      Instant effectiveAt)
      implements SubscriptionOutcome {}

  /** Goes on. */
  record Continued(
      String subscriptionId,
      String cancellationId,
      long version,
      Status status,
      Instant withdrawnAt)
      implements SubscriptionOutcome {}

  /** A version was accepted. */
  record Accepted(
      String subscriptionId,
      String acceptanceId,
      long version,
      Status status,
      TermsReference terms,
      AcceptanceBasis basis,
      List<Integer> items,
      Instant acceptedAt)
      implements SubscriptionOutcome {

    static Accepted of(TermsAccepted act, long version, Status status) {
      return new Accepted(
          act.subscriptionId(),
          act.acceptanceId(),
          version,
          status,
          act.terms(),
          act.basis(),
          act.items().stream().map(TermsAccepted.AcceptedItem::number).toList(),
          act.effectiveAt());
    }
  }

  /** An amendment was objected to. */
  record Objected(
      String subscriptionId,
      String objectionId,
      long version,
      Status status,
      TermsReference terms,
      Instant objectedAt,
      Effect effect)
      implements SubscriptionOutcome {}

  /** An objection was taken back. */
  record ObjectionEnded(
      String subscriptionId, String objectionId, long version, Status status, Instant withdrawnAt)
      implements SubscriptionOutcome {}

  /**
   * The consent to items was withdrawn.
   *
   * @param items each by the words that had been agreed to
   */
  record ConsentEnded(
      String subscriptionId,
      String withdrawalId,
      long version,
      Status status,
      List<EndedItem> items,
      Instant withdrawnAt,
      Effect effect)
      implements SubscriptionOutcome {}

  /** An item of 第7条 1. */
  record EndedItem(int number, Clause clause) {}

  /** A withdrawn consent was settled. */
  record Settled(
      String subscriptionId,
      String withdrawalId,
      long version,
      Status status,
      Settlement settlement,
      Instant settledAt)
      implements SubscriptionOutcome {}

  /**
   * A mistaken entry is answered.
   *
   * @param eventId the correction's own event, which a further one may name
   * @param effectiveAt the right time; null unless retimed
   */
  record Corrected(
      String subscriptionId,
      String eventId,
      String correctedEventId,
      long version,
      Status status,
      EntryCorrected.Kind kind,
      @Nullable Instant effectiveAt,
      Instant correctedAt)
      implements SubscriptionOutcome {

    static Corrected of(EntryCorrected correction, RecordedEvent<?> entry, Status status) {
      return new Corrected(
          correction.subscriptionId(),
          entry.eventId(),
          correction.correctedEventId(),
          entry.sequence(),
          status,
          correction.kind(),
          correction.retimedTo(),
          correction.effectiveAt());
    }
  }

  /**
   * A suspension that stays.
   *
   * @param begun whether it is open already
   */
  record Remaining(
      String suspensionId,
      SuspensionGround ground,
      Clause clause,
      Instant startsAt,
      @Nullable Instant expectedEnd,
      boolean begun) {}
}
