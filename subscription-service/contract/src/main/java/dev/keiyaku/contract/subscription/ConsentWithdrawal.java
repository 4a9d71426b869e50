package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal of the consent to items about data, over effective time.
 *
 * @param eventId the entry that declared it
 * @param declared as declared; its time may since have been corrected
 * @param withdrawnAt from when the consent is withdrawn, UTC
 * @param renewedAt when the subscriber accepted again, UTC; null while that is not known
 * @param settledAt when an agent settled it, UTC; null while it waits for one
 * @param settlement how; null exactly when {@code settledAt} is
 */
public record ConsentWithdrawal(
    String eventId,
    ConsentWithdrawn declared,
    Instant withdrawnAt,
    @Nullable Instant renewedAt,
    @Nullable Instant settledAt,
    @Nullable Settlement settlement) {

  /** All that stand after corrections, settled ones included, by time. */
  static List<ConsentWithdrawal> of(Life life) {
    return life.of(ConsentWithdrawn.class)
        .map(fact -> of(fact, life))
        .sorted(Comparator.comparing(ConsentWithdrawal::withdrawnAt))
        .toList();
  }

  private static ConsentWithdrawal of(Fact fact, Life life) {
    var declared = (ConsentWithdrawn) fact.event();
    var waiting =
        new ConsentWithdrawal(
            fact.entry().eventId(),
            declared,
            fact.effectiveAt(),
            renewedAt(fact, life),
            null,
            null);
    return life.of(ConsentWithdrawalSettled.class)
        .filter(end -> settles(end).withdrawalId().equals(declared.withdrawalId()))
        .filter(end -> waiting.founds(settles(end).settlement(), life))
        .findFirst()
        .map(waiting::settled)
        .orElse(waiting);
  }

  private ConsentWithdrawal settled(Fact end) {
    return new ConsentWithdrawal(
        eventId, declared, withdrawnAt, renewedAt, end.effectiveAt(), settles(end).settlement());
  }

  /**
   * Whether what a settlement rests on stands in the life. One that has lost it settles nothing any
   * more: when the cancellation is withdrawn, the withdrawal of consent waits again.
   */
  public boolean founds(Settlement claimed, Life life) {
    return switch (claimed) {
      case KEPT -> true;
      case RENEWED -> renewedAt != null;
      case CANCELLED -> life.cancellation().isPresent();
    };
  }

  private static ConsentWithdrawalSettled settles(Fact end) {
    return (ConsentWithdrawalSettled) end.event();
  }

  /** Every acceptance is of all six items, so any later one renews; at one instant order counts. */
  private static @Nullable Instant renewedAt(Fact withdrawn, Life life) {
    return life.acceptances().stream()
        .filter(act -> isAfter(act, withdrawn))
        .map(Fact::effectiveAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static boolean isAfter(Fact act, Fact withdrawn) {
    int order = act.effectiveAt().compareTo(withdrawn.effectiveAt());
    return order > 0 || (order == 0 && act.entry().sequence() > withdrawn.entry().sequence());
  }

  public String withdrawalId() {
    return declared.withdrawalId();
  }

  /** The numbers of its items. */
  public List<Integer> items() {
    return declared.items().stream().map(ConsentWithdrawn.WithdrawnItem::number).toList();
  }

  /** Whether it had been made by the instant. */
  public boolean madeBy(Instant at) {
    return !withdrawnAt.isAfter(at);
  }

  /** Whether its items are withdrawn at the instant: made, and not accepted again. */
  public boolean holdsAt(Instant at) {
    return madeBy(at) && (renewedAt == null || at.isBefore(renewedAt));
  }

  /** Whether it takes back what an act gave at an instant: not what was given again since. */
  public boolean withdraws(int item, Instant acceptedAt) {
    return items().contains(item)
        && !acceptedAt.isAfter(withdrawnAt)
        && (renewedAt == null || acceptedAt.isBefore(renewedAt));
  }

  /**
   * Whether it waits for an agent at the instant. Only an agent ends that, or the contract's end.
   */
  public boolean waitsAt(Instant at) {
    return madeBy(at) && (settledAt == null || at.isBefore(settledAt));
  }
}
