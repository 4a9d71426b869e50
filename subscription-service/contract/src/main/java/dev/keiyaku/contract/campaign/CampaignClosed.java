package dev.keiyaku.contract.campaign;

import dev.keiyaku.contract.EventName;
import java.time.Instant;

/**
 * A campaign was closed: what its members do from then on no longer answers it.
 *
 * @param closedAt UTC
 * @param reason why, by the legal desk; not about any subscriber
 */
@EventName("campaign.closed")
public record CampaignClosed(String campaignId, Instant closedAt, String reason)
    implements CampaignEvent {

  @Override
  public Instant effectiveAt() {
    return closedAt;
  }
}
