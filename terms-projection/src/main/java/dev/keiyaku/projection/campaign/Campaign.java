package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.projection.terms.Recording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as projected.
 *
 * @param version of its stream
 * @param closed null while it is open
 * @param found the cohort as it was found again
 * @param recorded when its opening was, by whom
 */
record Campaign(
    long version,
    CampaignOpened opened,
    @Nullable CampaignClosed closed,
    Found found,
    Recording recorded) {

  /**
   * A set of subscriptions.
   *
   * @param sha256 over the sorted ids, lower-case hex
   */
  record Found(long size, String sha256) {}

  String id() {
    return opened.campaignId();
  }

  /** Whether those found again are those it was opened with; otherwise it has no members. */
  boolean frozen() {
    var cohort = opened.cohort();
    return found.size() == cohort.size() && found.sha256().equals(cohort.sha256());
  }

  /** The instant at which its members' answers are looked at: nothing counts after its closing. */
  Instant at(Instant asOf) {
    return closed != null && closed.closedAt().isBefore(asOf) ? closed.closedAt() : asOf;
  }
}
