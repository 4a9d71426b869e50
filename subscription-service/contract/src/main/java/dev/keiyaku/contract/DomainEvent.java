package dev.keiyaku.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and was recorded. Events are facts: they are never changed or deleted; a
 * mistaken one is answered by a {@link dev.keiyaku.contract.subscription.EntryCorrected}.
 *
 * <p>Its kinds are sealed, each in its own package: {@link
 * dev.keiyaku.contract.subscription.SubscriptionEvent}, {@link
 * dev.keiyaku.contract.terms.TermsEvent}, {@link dev.keiyaku.contract.terms.TermsDraftEvent} and
 * {@link dev.keiyaku.contract.campaign.CampaignEvent}.
 *
 * <p>Who recorded it (actor, role, client, ISP), the correlation and causation ids, and the
 * recorded time belong to the record around the event, not to the event itself.
 */
public interface DomainEvent {

  /**
   * When the fact holds, an instant in UTC; legal days are days in Asia/Tokyo. Null when the start
   * is not known (the old version of the source names none).
   */
  @Nullable Instant effectiveAt();
}
