package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignTarget;
import dev.keiyaku.contract.campaign.Cohort;
import dev.keiyaku.http.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is answered.
 *
 * @param version of its stream; the ETag
 * @param cohort as it was opened with; null for a caller who is bound to an ISP
 * @param members whether those found again are those it was opened with
 * @param states how many members are in each state at the instant; null in a list
 */
record CampaignAnswer(
    String campaignId,
    long version,
    String title,
    Status status,
    CampaignTarget target,
    @Nullable Cohort cohort,
    Frozen members,
    Instant opensAt,
    @Nullable LocalDate lastDay,
    @Nullable Instant closedAt,
    @Nullable String reason,
    @Nullable String closingReason,
    @Nullable String openedBy,
    Instant asOf,
    @Nullable Map<State, Long> states) {

  enum Status {
    OPEN,
    CLOSED
  }

  enum Frozen {
    /** They are its members. */
    FROZEN,
    /** The events no longer give the cohort that was signed: it has no members (ADR 0128). */
    DIFFERENT
  }

  static CampaignAnswer of(
      Campaign campaign, Instant asOf, Caller caller, @Nullable Map<State, Long> states) {
    var opened = campaign.opened();
    var closed = campaign.closed();
    var open = closed == null || asOf.isBefore(closed.closedAt());
    return new CampaignAnswer(
        campaign.id(),
        campaign.version(),
        opened.title(),
        open ? Status.OPEN : Status.CLOSED,
        opened.target(),
        caller.isp() == null ? opened.cohort() : null,
        campaign.frozen() ? Frozen.FROZEN : Frozen.DIFFERENT,
        opened.opensAt(),
        opened.lastDay(),
        closed == null ? null : closed.closedAt(),
        opened.reason(),
        closed == null ? null : closed.reason(),
        campaign.recorded().actor(),
        asOf,
        states);
  }
}
