package dev.keiyaku.contract.campaign;

import dev.keiyaku.contract.DomainEvent;

/**
 * What is recorded of a re-consent campaign; one stream a campaign. Nothing of it stands in a
 * subscription's stream: whom a campaign asks, and what they answer, is computed.
 */
public sealed interface CampaignEvent extends DomainEvent permits CampaignOpened, CampaignClosed {

  /** The campaign, a UUIDv7; its stream's id. */
  String campaignId();
}
