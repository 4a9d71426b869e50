package dev.keiyaku.projection.campaign;

import dev.keiyaku.http.Caller;
import dev.keiyaku.projection.account.Moment;
import dev.keiyaku.projection.account.VisibleAccounts;
import dev.keiyaku.projection.campaign.CampaignAnswers.Membership;
import dev.keiyaku.projection.reading.Asked;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What campaigns ask of one subscription; whoever sees the subscription sees it. */
@RestController
class SubscriptionCampaignController {

  private final VisibleAccounts accounts;
  private final CampaignAnswers answers;
  private final Clock clock;

  SubscriptionCampaignController(VisibleAccounts accounts, CampaignAnswers answers, Clock clock) {
    this.accounts = accounts;
    this.answers = answers;
    this.clock = clock;
  }

  /** Those, the earliest first. */
  record Memberships(String subscriptionId, List<Membership> items) {}

  @GetMapping("/v1/subscriptions/{id}/campaigns")
  Memberships campaigns(
      Caller caller, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
    var asked = Asked.of(sent, "asOf");
    var asOf = Optional.ofNullable(asked.instant("asOf")).orElseGet(clock::instant);
    var account = accounts.account(id, new Moment(asOf, null), caller);
    return new Memberships(id, answers.ofSubscription(account.subscriptionId(), asOf, caller));
  }
}
