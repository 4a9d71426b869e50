package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.projection.reading.Revealed;
import dev.keiyaku.projection.terms.ClauseText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as an answer shows it.
 *
 * @param article the ground as a person cites it, such as 第15条1項(4)
 * @param clause its words in the version in force at its start
 * @param endsAt when it ends, as known: lifted, or the contract's end; null while that is open
 * @param overdue whether its expected end has passed; nothing lifts itself
 */
public record SuspensionAnswer(
    String suspensionId,
    SuspensionGround ground,
    String article,
    ClauseText clause,
    Instant startsAt,
    @Nullable Instant endsAt,
    @Nullable Instant expectedEnd,
    boolean overdue,
    @Nullable String incidentReference,
    @Nullable Notice notice,
    @Nullable Revealed note,
    @Nullable Revealed reason,
    String eventId) {

  /** The notice to the subscriber, or why none could be given beforehand. */
  public record Notice(
      @Nullable Instant givenAt, @Nullable String place, @Nullable Revealed impossibleBecause) {}
}
