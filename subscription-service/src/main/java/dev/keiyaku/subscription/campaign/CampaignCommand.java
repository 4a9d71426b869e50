package dev.keiyaku.subscription.campaign;

import dev.keiyaku.contract.campaign.CohortPreview;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a campaign; by the legal desk. */
sealed interface CampaignCommand {

  /** The campaign; its stream's id. */
  String campaignId();

  /**
   * Open it.
   *
   * @param paths of the clauses to be accepted; empty for the version as a whole
   * @param lastDay planned, in Japan; null when none is
   * @param preview the cohort as the read side signed it
   * @param client that sends the command
   */
  record OpenCampaign(
      @TargetAggregateIdentifier String campaignId,
      String title,
      String document,
      String version,
      List<String> paths,
      @Nullable LocalDate lastDay,
      @Nullable String reason,
      CohortPreview preview,
      String client)
      implements CampaignCommand {}

  /** Close it. */
  record CloseCampaign(@TargetAggregateIdentifier String campaignId, String reason)
      implements CampaignCommand {}
}
