package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.processing.DeadLetters;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that writes and one that projects, on a database of their own. Close them. */
final class WriterAndReader implements AutoCloseable {

  private final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext writer = Services.writer(database);
  private final ConfigurableApplicationContext reader = projecting();

  /** What projects. */
  @Configuration(proxyBeanMethods = false)
  static class Reading {
    @Bean
    Projector projector(JdbcClient jdbc) {
      return new Projector(jdbc);
    }
  }

  private ConfigurableApplicationContext projecting() {
    JdbcClient.create(database.as(DatabaseRole.OWNER)).sql(Projector.TABLE).update();
    return Services.reader(database, Reading.class);
  }

  TestDatabase database() {
    return database;
  }

  ConfigurableApplicationContext reader() {
    return reader;
  }

  void send(Object command) {
    writer.getBean(CommandGateway.class).sendAndWait(command);
  }

  Projector projector() {
    return reader.getBean(Projector.class);
  }

  DeadLetters letters() {
    return reader.getBean(DeadLetters.class);
  }

  void awaitSeen(String id, Long... sequences) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(projector().seen(id)).containsExactly(sequences));
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
    database.close();
  }
}
