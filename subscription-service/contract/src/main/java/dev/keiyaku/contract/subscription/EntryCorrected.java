package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.EventName;
import dev.keiyaku.contract.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mistaken entry was corrected: it is answered, never rewritten. As-of answers change; what was
 * known before does not.
 *
 * @param correctedEventId the mistaken event; may itself be a correction, which is thereby undone
 * @param retimedTo the right effective time, UTC; only for {@link Kind#RETIME}
 * @param effectiveAt when the correction was made, UTC
 */
@EventName("subscription.entry-corrected")
public record EntryCorrected(
    String subscriptionId,
    String correctedEventId,
    Kind kind,
    @Nullable Instant retimedTo,
    Instant effectiveAt,
    @Nullable SealedText reason)
    implements SubscriptionEvent {

  /** What is wrong with the entry. */
  public enum Kind {
    /** It should never have been made. */
    VOID,
    /** It holds, but from another time. */
    RETIME
  }
}
