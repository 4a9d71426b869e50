package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignEvent;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.eventstore.processing.EventBatch;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.projection.terms.Recording;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds each campaign's cohort again as it was known then, holds it against the hash that it was
 * opened with, and keeps its members (ADR 0128).
 */
@Component
@ProcessingGroup(ReadModel.GROUP)
class CampaignProjector {

  private static final Logger LOG = LoggerFactory.getLogger(CampaignProjector.class);

  private final CohortRows cohorts;
  private final Campaigns campaigns;

  CampaignProjector(CohortRows cohorts, Campaigns campaigns) {
    this.cohorts = cohorts;
    this.campaigns = campaigns;
  }

  /** What is to be found again may have been recorded in the same batch. */
  @EventHandler(payloadType = CampaignEvent.class)
  void on(DomainEventMessage<CampaignEvent> message) {
    EventBatch.current()
        .ifPresentOrElse(
            batch ->
                batch
                    .part(CampaignsOfBatch.class, CampaignsOfBatch::new)
                    .add(() -> project(message)),
            () -> project(message));
  }

  private void project(DomainEventMessage<CampaignEvent> message) {
    switch (message.getPayload()) {
      case CampaignOpened opened -> open(opened, message);
      case CampaignClosed closed -> campaigns.close(closed, message.getSequenceNumber());
    }
  }

  private void open(CampaignOpened opened, DomainEventMessage<?> message) {
    var found = cohorts.freeze(opened);
    campaigns.put(opened, message.getSequenceNumber(), found, Recording.of(message));
    if (!found.sha256().equals(opened.cohort().sha256())) {
      LOG.error(
          "The cohort of campaign {} is not the one it was opened with: {} subscriptions, not {}",
          opened.campaignId(),
          found.size(),
          opened.cohort().size());
    }
  }
}
