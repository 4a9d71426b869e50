package dev.keiyaku.projection.campaign;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.projection.campaign.Members.Member;
import dev.keiyaku.projection.reading.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers about campaigns, each from one snapshot. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CampaignAnswers {

  private final Campaigns campaigns;
  private final Members members;
  private final DailyProgress progress;

  CampaignAnswers(Campaigns campaigns, Members members, DailyProgress progress) {
    this.campaigns = campaigns;
    this.members = members;
    this.progress = progress;
  }

  /** A campaign's days. */
  record Progress(String campaignId, Instant asOf, List<DailyProgress.Day> days) {}

  /**
   * What a campaign asks of one subscription.
   *
   * @param state what it has answered
   */
  record Membership(CampaignAnswer campaign, State state, Instant since) {}

  /** All campaigns, the latest first. */
  Page<CampaignAnswer> page(Caller caller, Instant asOf, String after, int limit) {
    return Page.of(
            campaigns.before(after, limit + 1),
            limit,
            Page.Count.of(campaigns.count()),
            Campaign::id)
        .map(campaign -> CampaignAnswer.of(campaign, asOf, caller, null));
  }

  /**
   * One campaign, with how many members are in each state.
   *
   * @throws Problem NOT_FOUND
   */
  CampaignAnswer one(String id, Instant asOf, Caller caller) {
    var campaign = existing(id, asOf);
    var days = progress.days(campaign, campaign.at(asOf), caller);
    return CampaignAnswer.of(campaign, asOf, caller, days.getLast().states());
  }

  /**
   * Day by day.
   *
   * @throws Problem NOT_FOUND
   */
  Progress progress(String id, Instant asOf, Caller caller) {
    var campaign = existing(id, asOf);
    return new Progress(id, asOf, progress.days(campaign, campaign.at(asOf), caller));
  }

  /**
   * A page of its members, those in a state if one is named.
   *
   * @throws Problem NOT_FOUND
   */
  Page<Member> members(
      String id, Instant asOf, @Nullable State state, Caller caller, String after, int limit) {
    var campaign = existing(id, asOf);
    return members.page(campaign, campaign.at(asOf), state, caller, after, limit);
  }

  /** What campaigns ask of a subscription, that have been opened by the instant. */
  List<Membership> ofSubscription(String subscriptionId, Instant asOf, Caller caller) {
    return campaigns.asking(subscriptionId).stream()
        .filter(campaign -> !asOf.isBefore(campaign.opened().opensAt()))
        .flatMap(campaign ->
            members.of(campaign, campaign.at(asOf), List.of(subscriptionId)).stream()
                .map(member ->
                    new Membership(
                        CampaignAnswer.of(campaign, asOf, caller, null),
                        member.state(),
                        member.since())))
        .toList();
  }

  /** Before its opening there is no campaign. */
  private Campaign existing(String id, Instant asOf) {
    return campaigns
        .find(id)
        .filter(campaign -> !asOf.isBefore(campaign.opened().opensAt()))
        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
  }
}
