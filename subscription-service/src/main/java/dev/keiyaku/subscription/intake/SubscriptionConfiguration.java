package dev.keiyaku.subscription.intake;

import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.eventstore.stream.AggregateMemory;
import dev.keiyaku.subscription.http.ClaimHolders;
import dev.keiyaku.subscription.subscription.Backdating;
import dev.keiyaku.subscription.subscription.Office;
import dev.keiyaku.subscription.subscription.Subscription;
import dev.keiyaku.subscription.subscription.SubscriptionCommand;
import dev.keiyaku.subscription.terms.TermsRegister;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the decider what it needs from outside; it knows no Spring itself. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

  @Bean
  ConfigurerModule subscriptions(
      @Value("${keiyaku.subscriptions.remembered:10000}") long remembered) {
    var memory = new AggregateMemory(remembered);
    return axon ->
        axon.configureAggregate(
            AggregateConfigurer.defaultConfiguration(Subscription.class)
                .configureCache(_ -> memory)
                .configureCommandTargetResolver(_ -> SubscriptionConfiguration::target));
  }

  /** Asked of each command: Axon's own looks for an annotation on every method each time. */
  private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
    var command = (SubscriptionCommand) message.getPayload();
    return new VersionedAggregateIdentifier(command.subscriptionId(), null);
  }

  @Bean
  Office office(
      TermsRegister register,
      Vault vault,
      Clock clock,
      @Value("${keiyaku.backdating.limit:P62D}") Duration backdating) {
    return new Office(register::terms, vault, clock, new Backdating(backdating));
  }

  @Bean
  ClaimHolders claimHolders(EventStore events) {
    return new ExistingSubscription(events);
  }
}
