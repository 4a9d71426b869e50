package dev.keiyaku.eventstore.wiring;

import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.PostgresDeadLetters;
import dev.keiyaku.eventstore.processing.ProcessingTables;
import dev.keiyaku.eventstore.processing.ProcessorSettings;
import dev.keiyaku.eventstore.processing.ProcessorsHealth;
import dev.keiyaku.eventstore.processing.Progress;
import dev.keiyaku.eventstore.processing.SavepointTransactions;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Only where {@code keiyaku.event-store.processing-schema} is named: what projects. */
@AutoConfiguration(
    after = EventStoreAutoConfiguration.class,
    beforeName = {
      "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
      "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
      "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration"
    })
@ConditionalOnProperty("keiyaku.event-store.processing-schema")
public class ProcessingAutoConfiguration {

  private final String schema;

  public ProcessingAutoConfiguration(EventStoreProperties properties) {
    this.schema = String.valueOf(properties.processingSchema());
  }

  @Bean
  SchemaModule processingSchema() {
    return new SchemaModule(schema, "classpath:db/migration/processing", "processing_history");
  }

  /** Tokens, letters and read model in one transaction: the one that Spring binds to the thread. */
  @Bean
  ConnectionProvider connectionProvider(DataSource source) {
    return new SpringDataSourceConnectionProvider(source);
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
    return new SavepointTransactions(transactions);
  }

  @Bean
  ProcessingTables processingTables(ConnectionProvider connections) {
    return new ProcessingTables(schema, connections);
  }

  @Bean
  TokenStore tokenStore(ProcessingTables tables, Serializer serializer) {
    return tables.tokens(serializer);
  }

  @Bean
  ConfigurerModule processorSettings(
      ProcessingTables tables,
      TransactionManager transactions,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      Progress progress) {
    return new ProcessorSettings(tables, transactions, serializer, eventSerializer, progress);
  }

  @Bean
  Progress progress() {
    return new Progress();
  }

  @Bean
  DeadLetters deadLetters(
      JdbcClient jdbc, ObjectProvider<EventProcessingConfiguration> processing) {
    return new PostgresDeadLetters(jdbc, schema, processing::getObject);
  }

  @Bean
  ProcessorsHealth processorsHealthIndicator(
      ObjectProvider<EventProcessingConfiguration> processing,
      StoredEvents events,
      DeadLetters letters) {
    return new ProcessorsHealth(processing::getObject, events, letters);
  }
}
