package dev.keiyaku.subscription.campaign;

import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.subscription.http.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a command to a campaign brought, as it is answered. */
sealed interface CampaignOutcome extends Outcome {

  /**
   * Opened.
   *
   * @param opensAt UTC; acts from then on answer it
   */
  record Opened(
      String campaignId,
      long version,
      CampaignTarget target,
      Cohort cohort,
      Instant opensAt,
      @Nullable LocalDate lastDay)
      implements CampaignOutcome {}

  /**
   * Closed.
   *
   * @param closedAt UTC; acts from then on answer it no longer
   */
  record Closed(String campaignId, long version, Instant closedAt) implements CampaignOutcome {}
}
