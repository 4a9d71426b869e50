package dev.keiyaku.subscription.intake;

import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.subscription.http.ClaimHolders;
import dev.keiyaku.subscription.subscription.Backdating;
import dev.keiyaku.subscription.subscription.Office;
import dev.keiyaku.subscription.subscription.Subscription;
import dev.keiyaku.subscription.terms.TermsRegister;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the decider what it needs from outside; it knows no Spring itself. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

  @Bean
  ConfigurerModule subscriptions() {
    return axon ->
        axon.configureAggregate(AggregateConfigurer.defaultConfiguration(Subscription.class));
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
