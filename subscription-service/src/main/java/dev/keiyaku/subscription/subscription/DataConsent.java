package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled;
import dev.keiyaku.contract.subscription.ConsentWithdrawn;
import dev.keiyaku.contract.subscription.ConsentWithdrawn.WithdrawnItem;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.SettleConsentWithdrawal;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawConsent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The items about data, (2) to (4) of 第7条 1: their consent may be withdrawn. The contract goes on
 * until an agent has settled it with the subscriber.
 */
record DataConsent(Refused refused) {

  private static final List<Integer> ITEMS = List.of(2, 3, 4);

  /**
   * The fact of a withdrawal asked for.
   *
   * @throws Problem INVALID_FIELD, EFFECTIVE_BEFORE_APPLICATION or CONSENT_ALREADY_WITHDRAWN, in
   *     this order
   */
  ConsentWithdrawn event(WithdrawConsent c, Instant at, Sealer sealer) {
    var asked = new HashSet<>(c.items());
    if (asked.isEmpty() || asked.size() != c.items().size() || !ITEMS.containsAll(asked)) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("items", "invalid");
    }
    var items =
        given(c.items(), at)
            .orElseThrow(() -> refused.because(ProblemCode.EFFECTIVE_BEFORE_APPLICATION));
    refuseTwice(c.items(), at);
    return new ConsentWithdrawn(
        c.subscriptionId(),
        c.withdrawalId(),
        items,
        sealer.withdrawal(c.statement()),
        at,
        sealer.reason());
  }

  /**
   * The fact of a settlement.
   *
   * @throws Problem CONSENT_WITHDRAWAL_UNKNOWN, CONSENT_WITHDRAWAL_SETTLED or SETTLEMENT_UNFOUNDED
   */
  ConsentWithdrawalSettled event(SettleConsentWithdrawal c, Instant at, Sealer sealer) {
    var withdrawal =
        life().consentWithdrawals().stream()
            .filter(made -> made.withdrawalId().equals(c.withdrawalId()))
            .findFirst()
            .orElseThrow(() -> refused.because(ProblemCode.CONSENT_WITHDRAWAL_UNKNOWN));
    if (withdrawal.settledAt() instanceof Instant settledAt) {
      throw refused.because(ProblemCode.CONSENT_WITHDRAWAL_SETTLED, c.withdrawalId(), settledAt);
    } else if (!withdrawal.founds(c.settlement(), life())) {
      throw refused.because(ProblemCode.SETTLEMENT_UNFOUNDED, c.settlement());
    }
    return new ConsentWithdrawalSettled(
        c.subscriptionId(), c.withdrawalId(), c.settlement(), at, sealer.reason());
  }

  static SubscriptionOutcome.ConsentEnded outcome(
      ConsentWithdrawn withdrawn, Office office, long version, Status status) {
    return new SubscriptionOutcome.ConsentEnded(
        withdrawn.subscriptionId(),
        withdrawn.withdrawalId(),
        version,
        status,
        withdrawn.items().stream()
            .map(item ->
                new SubscriptionOutcome.EndedItem(item.number(), office.clause(item.clause())))
            .toList(),
        withdrawn.effectiveAt(),
        Effect.OF_WITHDRAWN_CONSENT);
  }

  /** Whether a withdrawal would name the same words at another time. */
  boolean namesTheSame(ConsentWithdrawn withdrawn, Instant at) {
    var numbers = withdrawn.items().stream().map(WithdrawnItem::number).toList();
    return given(numbers, at).filter(withdrawn.items()::equals).isPresent();
  }

  /** As the last act made by the instant gave them; at one instant the last one recorded. */
  private Optional<List<WithdrawnItem>> given(List<Integer> numbers, Instant at) {
    return life().acceptances().stream()
        .filter(act -> !act.effectiveAt().isAfter(at))
        .max(Comparator.comparing(Fact::effectiveAt).thenComparing(act -> act.entry().sequence()))
        .map(act -> (TermsAccepted) act.event())
        .map(act -> items(act, numbers));
  }

  private static List<WithdrawnItem> items(TermsAccepted act, List<Integer> numbers) {
    return act.items().stream()
        .filter(item -> numbers.contains(item.number()))
        .map(item -> new WithdrawnItem(item.number(), act.acceptanceId(), item.clause()))
        .toList();
  }

  private void refuseTwice(List<Integer> numbers, Instant at) {
    life().consentWithdrawals().stream()
        .filter(made -> made.holdsAt(at))
        .forEach(made ->
            made.items().stream()
                .filter(numbers::contains)
                .findFirst()
                .ifPresent(item -> {
                  throw already(item, made);
                }));
  }

  private Problem already(int item, ConsentWithdrawal made) {
    return refused.because(
        ProblemCode.CONSENT_ALREADY_WITHDRAWN, "(" + item + ")", made.withdrawnAt());
  }

  private Life life() {
    return refused.life();
  }
}
