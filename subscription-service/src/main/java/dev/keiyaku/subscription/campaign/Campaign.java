package dev.keiyaku.subscription.campaign;

import dev.keiyaku.contract.Japan;
import dev.keiyaku.contract.campaign.CampaignClosed;
import dev.keiyaku.contract.campaign.CampaignOpened;
import dev.keiyaku.contract.campaign.CohortPreview;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.json.Times;
import dev.keiyaku.subscription.campaign.CampaignCommand.CloseCampaign;
import dev.keiyaku.subscription.campaign.CampaignCommand.OpenCampaign;
import dev.keiyaku.subscription.http.IfMatch;
import dev.keiyaku.subscription.terms.TermsRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A re-consent campaign. It asks and does nothing else: no subscription's stream is touched, and no
 * command to a subscription looks here.
 */
@Aggregate(type = "Campaign")
class Campaign {

  @AggregateIdentifier private @Nullable String campaignId;
  private long lastSequence = -1;
  private @Nullable Instant closedAt;

  /** For Axon, before the first event. */
  Campaign() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  CampaignOutcome.Opened decide(
      OpenCampaign command, MetaData sent, TermsRegister terms, Clock clock) {
    IfMatch.check(sent, lastSequence);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    refuse(command, command.preview(), now);
    var target = Targets.of(command, terms.terms(command.document()));
    var cohort = command.preview().cohort();
    AggregateLifecycle.apply(
        new CampaignOpened(
            command.campaignId(),
            command.title(),
            target,
            cohort,
            now,
            command.lastDay(),
            command.reason()));
    return new CampaignOutcome.Opened(
        command.campaignId(), lastSequence, target, cohort, now, command.lastDay());
  }

  @CommandHandler
  CampaignOutcome.Closed decide(CloseCampaign command, MetaData sent, Clock clock) {
    IfMatch.check(sent, lastSequence);
    if (closedAt != null) {
      throw Problem.of(ProblemCode.CAMPAIGN_CLOSED).detail(Times.show(closedAt));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    AggregateLifecycle.apply(new CampaignClosed(command.campaignId(), now, command.reason()));
    return new CampaignOutcome.Closed(command.campaignId(), lastSequence, now);
  }

  @EventSourcingHandler
  void evolve(CampaignOpened event, @SequenceNumber long sequence) {
    campaignId = event.campaignId();
    lastSequence = sequence;
  }

  @EventSourcingHandler
  void evolve(CampaignClosed event, @SequenceNumber long sequence) {
    closedAt = event.closedAt();
    lastSequence = sequence;
  }

  private static void refuse(OpenCampaign command, CohortPreview preview, Instant now) {
    if (!preview.client().equals(command.client())) {
      throw Problem.of(ProblemCode.PREVIEW_INVALID);
    }
    if (!now.isBefore(preview.expiresAt())) {
      throw Problem.of(ProblemCode.PREVIEW_EXPIRED).detail(Times.show(preview.expiresAt()));
    }
    if (preview.cohort().size() == 0) {
      throw Problem.of(ProblemCode.COHORT_EMPTY);
    }
    if (!preview.cohort().query().document().equals(command.document())) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("target.document", "invalid");
    }
    var lastDay = command.lastDay();
    if (lastDay != null && lastDay.isBefore(Japan.dayOf(now))) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("lastDay", "invalid");
    }
  }
}
