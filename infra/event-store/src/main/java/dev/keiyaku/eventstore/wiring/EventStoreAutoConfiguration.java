package dev.keiyaku.eventstore.wiring;

import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.eventstore.append.Appender;
import dev.keiyaku.eventstore.stream.CommitListener;
import dev.keiyaku.eventstore.stream.EventNamingSerializer;
import dev.keiyaku.eventstore.stream.EventTicker;
import dev.keiyaku.eventstore.stream.PostgresEventStorageEngine;
import dev.keiyaku.eventstore.stream.PostgresStoredEvents;
import dev.keiyaku.eventstore.stream.WakingEventStore;
import dev.keiyaku.eventstore.vault.MasterKey;
import dev.keiyaku.eventstore.vault.PreviewKey;
import dev.keiyaku.eventstore.vault.TinkVault;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What both services share. Axon's own JDBC wiring names classes of Boot 3, and without it events
 * would not be stored at all: every bean is declared here, and {@link WiringCheck} looks again.
 */
@AutoConfiguration(
    after = {
      DataSourceAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcClientAutoConfiguration.class
    },
    before = {
      JdbcAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      NoOpTransactionAutoConfiguration.class,
      EventProcessingAutoConfiguration.class,
      UpdateCheckerAutoConfiguration.class,
      AxonAutoConfiguration.class
    })
@EnableConfigurationProperties(EventStoreProperties.class)
public class EventStoreAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  @Bean
  EventClock eventClock(Clock clock) {
    return new EventClock(clock);
  }

  @Bean
  @Primary
  UsagePropertyProvider usagePropertyProvider() {
    return new NoUsageReports();
  }

  @Bean
  SchemaModule eventStoreSchema() {
    return new SchemaModule("events", "classpath:db/migration/eventstore", "schema_history");
  }

  @Bean
  CorrelationDataProvider edgeMetadata() {
    return new EdgeMetadata();
  }

  @Bean
  @Primary
  Serializer serializer() {
    return GeneralSerializer.create();
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer(Serializer serializer) {
    return serializer;
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer() {
    return new EventNamingSerializer();
  }

  @Bean
  StoredEvents storedEvents(JdbcClient jdbc) {
    return new PostgresStoredEvents(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  Appender appender() {
    return _ -> {
      throw new UnsupportedOperationException("This service never writes events");
    };
  }

  @Bean
  PostgresEventStorageEngine eventStorageEngine(
      JdbcClient jdbc,
      Appender appender,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ObjectProvider<EventUpcaster> upcasters) {
    var chain = new EventUpcasterChain(upcasters.orderedStream().toList());
    return new PostgresEventStorageEngine(jdbc, appender, eventSerializer, chain);
  }

  @Bean(name = "eventBus")
  @Qualifier("eventStore")
  WakingEventStore eventStore(PostgresEventStorageEngine engine) {
    return new WakingEventStore(engine);
  }

  /** No transaction around a command: the append is the transaction. */
  @Bean
  @Qualifier("localSegment")
  CommandBus commandBus(Configuration configuration) {
    var bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.instance()).build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
    return bus;
  }

  @Bean
  @ConditionalOnProperty("keiyaku.vault.master-key")
  Vault vault(
      JdbcClient jdbc, Clock clock, @Value("${keiyaku.vault.master-key}") String masterKey) {
    return new TinkVault(jdbc, clock, MasterKey.of(masterKey));
  }

  @Bean
  @ConditionalOnProperty("keiyaku.vault.master-key")
  PreviewKey previewKey(@Value("${keiyaku.vault.master-key}") String masterKey) {
    return PreviewKey.of(masterKey);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("keiyaku.event-store.processing-schema")
  EventTicker eventTicker(
      StoredEvents events, WakingEventStore store, EventStoreProperties properties) {
    return new EventTicker(events, store::wakeUp, properties.tick());
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("keiyaku.event-store.processing-schema")
  CommitListener commitListener(DataSource source, WakingEventStore store) {
    return new CommitListener(source, store::wakeUp);
  }

  @Bean
  SmartInitializingSingleton wiringIsChecked(
      Configuration configuration, JdbcClient jdbc, EventStoreProperties properties) {
    return () -> {
      new WiringCheck(configuration).run();
      new ProcessingCheck(configuration, properties.processingSchema() != null).run();
      new DatabaseCheck(jdbc).run();
    };
  }
}
