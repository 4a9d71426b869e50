package dev.keiyaku.eventstore.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.eventstore.processing.ProcessingTables;
import dev.keiyaku.eventstore.processing.ProcessorSettings;
import dev.keiyaku.eventstore.processing.Progress;
import dev.keiyaku.eventstore.processing.SavepointTransactions;
import dev.keiyaku.eventstore.stream.EventNamingSerializer;
import dev.keiyaku.eventstore.stream.PostgresEventStorageEngine;
import dev.keiyaku.eventstore.stream.WakingEventStore;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.LoggingErrorHandler;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.axonframework.updates.configuration.DefaultUsagePropertyProvider;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class WiringCheckTest {

  private static final Serializer GENERAL = GeneralSerializer.create();
  private static final Serializer EVENTS = new EventNamingSerializer();
  private static final PGSimpleDataSource NOWHERE = new PGSimpleDataSource();
  private static final SavepointTransactions TRANSACTIONS =
      new SavepointTransactions(new JdbcTransactionManager(NOWHERE));
  private static final PostgresEventStorageEngine ENGINE =
      new PostgresEventStorageEngine(
          JdbcClient.create(NOWHERE), _ -> 0, EVENTS, NoOpEventUpcaster.INSTANCE);

  static final class Handler {
    @EventHandler
    void on(String event) {}
  }

  /** As it should be, and then whatever a test makes wrong. */
  private static Configurer right() {
    var tables = new ProcessingTables("projection", NOWHERE::getConnection);
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .registerComponent(EventStorageEngine.class, _ -> ENGINE)
            .configureEventStore(_ -> new WakingEventStore(ENGINE))
            .configureSerializer(_ -> GENERAL)
            .configureMessageSerializer(_ -> GENERAL)
            .configureEventSerializer(_ -> EVENTS)
            .configureCorrelationDataProviders(_ -> List.of(new EdgeMetadata()))
            .registerComponent(UsagePropertyProvider.class, _ -> new NoUsageReports());
    configurer
        .eventProcessing()
        .registerTokenStore(_ -> tables.tokens(GENERAL))
        .registerEventHandler(_ -> new Handler());
    new ProcessorSettings(tables, TRANSACTIONS, GENERAL, EVENTS, new Progress())
        .configureModule(configurer);
    return configurer;
  }

  private static void check(Consumer<Configurer> wrong) {
    Configurer configurer = right();
    wrong.accept(configurer);
    var configuration = configurer.buildConfiguration();
    new WiringCheck(configuration).run();
    new ProcessingCheck(configuration, true).run();
  }

  private static void refused(String named, Consumer<Configurer> wrong) {
    assertThatThrownBy(() -> check(wrong))
        .isInstanceOf(WiringRefusedException.class)
        .hasMessageContaining(named);
  }

  @Test
  void theOneMeantIsAccepted() {
    assertThatCode(() -> check(_ -> {})).doesNotThrowAnyException();
  }

  @Test
  void aBusThatStoresNothingIsRefused() {
    refused("event bus", wrong -> wrong.configureEventBus(_ -> SimpleEventBus.builder().build()));
  }

  @Test
  void anotherEngineIsRefused() {
    refused(
        "storage engine",
        wrong ->
            wrong.registerComponent(
                EventStorageEngine.class, _ -> new InMemoryEventStorageEngine()));
  }

  @Test
  void xStreamIsRefused() {
    refused(
        "general serializer",
        wrong -> wrong.configureSerializer(_ -> XStreamSerializer.defaultSerializer()));
  }

  @Test
  void classNamesInEventsAreRefused() {
    refused("event serializer", wrong -> wrong.configureEventSerializer(_ -> GENERAL));
  }

  @Test
  void aSerializerThatCannotReadBackAReplaysTokenIsRefused() {
    refused(
        "replay's token",
        wrong -> wrong.configureSerializer(_ -> Jackson3Serializer.builder().build()));
  }

  @Test
  void eventsWithoutTheirActorAreRefused() {
    refused(
        "EdgeMetadata",
        wrong ->
            wrong.configureCorrelationDataProviders(_ -> List.of(new MessageOriginProvider())));
  }

  @Test
  void usageReportsAreRefused() {
    refused(
        "report its use",
        wrong ->
            wrong.registerComponent(
                UsagePropertyProvider.class, _ -> DefaultUsagePropertyProvider.INSTANCE));
  }

  @Test
  void processorsWithoutTransactionsAreRefused() {
    refused(
        "transaction manager",
        wrong ->
            wrong
                .eventProcessing()
                .registerDefaultTransactionManager(_ -> NoTransactionManager.instance()));
  }

  @Test
  void anotherTokenStoreIsRefused() {
    refused(
        "token store",
        wrong -> wrong.eventProcessing().registerTokenStore(_ -> new InMemoryTokenStore()));
  }

  @Test
  void skippingFailedEventsIsRefused() {
    refused(
        "error handler",
        wrong ->
            wrong
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(_ -> new LoggingErrorHandler()));
  }

  @Test
  void aProcessorInTheWritersThreadIsRefused() {
    refused("processor", wrong -> wrong.eventProcessing().usingSubscribingEventProcessors());
  }

  @Test
  void aProcessorWithoutADeadLetterQueueIsRefused() {
    refused(
        "dead-letter queue",
        wrong -> wrong.eventProcessing().registerDeadLetterQueueProvider(_ -> null));
  }

  @Test
  void handlersWhereNoneAreMeantAreRefused() {
    assertThatThrownBy(() -> new ProcessingCheck(right().buildConfiguration(), false).run())
        .isInstanceOf(WiringRefusedException.class)
        .hasMessageContaining("processing-schema");
  }
}
