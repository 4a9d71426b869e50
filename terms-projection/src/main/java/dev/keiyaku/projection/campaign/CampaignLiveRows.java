package dev.keiyaku.projection.campaign;

import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.consent.bulk.Cohorts;
import dev.keiyaku.projection.consent.known.KnownContracts;
import dev.keiyaku.projection.reading.LiveRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which campaigns ask a subscription: by their questions, from its events, and by the rows. */
@Component
class CampaignLiveRows implements LiveRows {

  private static final int ALL = 10_000;

  private final Campaigns campaigns;
  private final Cohorts cohorts;

  CampaignLiveRows(Campaigns campaigns, Cohorts cohorts) {
    this.campaigns = campaigns;
    this.cohorts = cohorts;
  }

  @Override
  public String name() {
    return "campaigns";
  }

  @Override
  public @Nullable Object folded(List<StoredEvent> events) {
    var timeline =
        SubscriptionTimeline.of(
            events.stream().map(event -> event.recorded(SubscriptionEvent.class)).toList());
    return orNull(
        campaigns.before("", ALL).stream()
            .filter(campaign -> campaign.frozen() && asked(campaign, timeline))
            .map(Campaign::id)
            .sorted()
            .toList());
  }

  private boolean asked(Campaign campaign, SubscriptionTimeline timeline) {
    var query = campaign.opened().cohort().query();
    var known = timeline.knownAt(query.knownAt());
    return known.applied().isPresent() && cohorts.holds(query, KnownContracts.of(known));
  }

  @Override
  public @Nullable Object live(String subscriptionId) {
    return orNull(campaigns.asking(subscriptionId).stream().map(Campaign::id).toList());
  }

  private static @Nullable Object orNull(List<String> ids) {
    return ids.isEmpty() ? null : ids;
  }
}
