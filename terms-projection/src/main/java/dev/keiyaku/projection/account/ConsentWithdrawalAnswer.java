package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.ConsentWithdrawalSettled.Settlement;
import dev.keiyaku.projection.reading.Revealed;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal of consent to items about data as an answer shows it.
 *
 * @param holds whether the consent is withdrawn at the instant asked: not given again by then
 * @param waiting whether it waits for an agent at the instant asked
 * @param renewedAt when the subscriber accepted again, as known; null while not
 * @param settledAt when an agent settled it, as known; null while not
 * @param statement the subscriber's words
 */
public record ConsentWithdrawalAnswer(
    String withdrawalId,
    List<Item> items,
    Instant withdrawnAt,
    boolean holds,
    boolean waiting,
    @Nullable Instant renewedAt,
    @Nullable Instant settledAt,
    @Nullable Settlement settlement,
    @Nullable Revealed statement,
    @Nullable Revealed reason,
    String eventId) {

  /**
   * An item of 第7条 1.
   *
   * @param acceptanceId the act that had given it
   * @param clause the words that had been agreed to
   */
  public record Item(int number, String acceptanceId, ClauseText clause) {}
}
