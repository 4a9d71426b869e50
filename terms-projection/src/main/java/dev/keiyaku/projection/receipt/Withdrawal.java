package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.subscription.ConsentWithdrawal;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.contract.subscription.TermsAccepted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The subscriber withdrew the consent to an item about data, given by an act.
 *
 * @param item its number in 第7条 1
 * @param acceptanceId the act
 * @param at from when, UTC, after corrections
 */
record Withdrawal(String eventId, int item, String acceptanceId, Instant at, Instant recordedAt) {

  /**
   * Those that stand: of each item, every act whose consent it takes back, as {@code …/consents}
   * has it. Whether an agent settled one gives no consent back.
   */
  static List<Withdrawal> of(SubscriptionTimeline timeline) {
    return timeline.life().consentWithdrawals().stream()
        .flatMap(withdrawn -> of(withdrawn, timeline))
        .toList();
  }

  private static Stream<Withdrawal> of(ConsentWithdrawal withdrawn, SubscriptionTimeline timeline) {
    var recordedAt = timeline.entry(withdrawn.eventId()).orElseThrow().recordedAt();
    return timeline.life().acceptances().stream()
        .flatMap(act ->
            withdrawn.items().stream()
                .filter(item -> withdrawn.withdraws(item, act.effectiveAt()))
                .map(item ->
                    new Withdrawal(
                        withdrawn.eventId(),
                        item,
                        ((TermsAccepted) act.event()).acceptanceId(),
                        withdrawn.withdrawnAt(),
                        recordedAt)));
  }

  boolean concerns(String acceptance, int number) {
    return acceptanceId.equals(acceptance) && item == number;
  }
}
