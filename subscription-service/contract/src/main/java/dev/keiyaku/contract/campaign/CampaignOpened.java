package dev.keiyaku.contract.campaign;

import dev.keiyaku.contract.EventName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign was opened: from now on those of the cohort are asked to accept. It changes nothing
 * about their contracts.
 *
 * @param title in the legal desk's words; not about any subscriber
 * @param target what they are asked to accept
 * @param cohort whom it asks, frozen
 * @param opensAt UTC; acts from then on answer it
 * @param lastDay the last day planned, in Japan; null when none is. Nothing happens after it.
 * @param reason why, by the legal desk; not about any subscriber
 */
@EventName("campaign.opened")
public record CampaignOpened(
    String campaignId,
    String title,
    CampaignTarget target,
    Cohort cohort,
    Instant opensAt,
    @Nullable LocalDate lastDay,
    @Nullable String reason)
    implements CampaignEvent {

  @Override
  public Instant effectiveAt() {
    return opensAt;
  }
}
