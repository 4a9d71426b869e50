package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.Status;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ApplyForSubscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application that the terms admit (第7条 1): its facts, and its answer. */
final class Application {

  private final ApplyForSubscription command;
  private final @Nullable String isp;
  private final Instant at;
  private final Office office;
  private final AcceptedTerms accepted;
  private final @Nullable ClauseReference words;

  /**
   * Holds the application against the version in force on its day in Japan.
   *
   * @throws dev.keiyaku.http.Problem what {@link AcceptedTerms} and then {@link Eligibility} refuse
   */
  Application(ApplyForSubscription command, @Nullable String isp, Instant at, Office office) {
    this.command = command;
    this.isp = isp;
    this.at = at;
    this.office = office;
    var document = command.product().document();
    this.accepted = AcceptedTerms.by(office.terms(document), document, command.acceptance(), at);
    this.words =
        new Eligibility(accepted.terms()).decide(command.product(), command.networkContract());
  }

  SubscriptionApplied applied() {
    return new SubscriptionApplied(
        command.subscriptionId(),
        command.subscriberId(),
        command.product(),
        command.channel(),
        isp,
        command.billingOperator(),
        command.networkContract(),
        accepted.terms().reference(),
        words,
        at,
        sealer().reason());
  }

  /** What was shown, and the act that it led to, in this order. */
  List<SubscriptionEvent> accepted() {
    return accepted.facts(command.subscriptionId(), command.acceptance(), at, sealer());
  }

  SubscriptionOutcome.Applied outcome(long version, Status status) {
    return new SubscriptionOutcome.Applied(
        command.subscriptionId(),
        version,
        status,
        at,
        isp,
        accepted.terms().reference(),
        words == null ? null : accepted.terms().shown(words),
        command.acceptance().acceptanceId(),
        command.acceptance().items());
  }

  private Sealer sealer() {
    return office.newcomersSealer(
        command.subscriberId(), command.subscriptionId(), command.reason());
  }
}
