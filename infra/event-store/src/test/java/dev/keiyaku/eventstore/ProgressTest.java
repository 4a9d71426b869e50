package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.DeadLetters.Place;
import dev.keiyaku.eventstore.processing.Progress;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProgressTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext writer = Services.writer(database);
  private final ConfigurableApplicationContext reader = reader();

  private ConfigurableApplicationContext reader() {
    JdbcClient.create(database.as(DatabaseRole.OWNER)).sql(Projector.TABLE).update();
    return Services.reader(database, Reading.class);
  }

  @Configuration(proxyBeanMethods = false)
  static class Reading {
    @Bean
    Projector projector(JdbcClient jdbc) {
      return new Projector(jdbc);
    }
  }

  @AfterEach
  void stop() {
    reader.close();
    writer.close();
    database.close();
  }

  private void send(Object command) {
    writer.getBean(CommandGateway.class).sendAndWait(command);
  }

  private Projector projector() {
    return reader.getBean(Projector.class);
  }

  private DeadLetters letters() {
    return reader.getBean(DeadLetters.class);
  }

  @Test
  void whoWaitsForAStreamIsWokenByTheCommitThatProjectsIt() throws InterruptedException {
    var progress = reader.getBean(Progress.class);
    try (var waiting = progress.of("one");
        var elsewhere = progress.of("other")) {
      send(new Account.Open("one"));
      assertThat(waiting.await(Duration.ofSeconds(10))).isTrue();
      assertThat(projector().seen("one")).containsExactly(0L);
      assertThat(elsewhere.await(Duration.ZERO)).isFalse();
    }
    assertThat(progress.streams()).isZero();
  }

  @Test
  void aLetterThatIsHandledAtLastWakesTooButOnlyWithItsOperatorsCommit() throws Exception {
    projector().broken.add("ill");
    send(new Account.Open("ill"));
    send(new Account.Note("ill", "fails"));
    await().until(() -> letters().count() == 1);
    projector().broken.clear();
    var operator = new TransactionTemplate(reader.getBean(PlatformTransactionManager.class));

    try (var waiting = reader.getBean(Progress.class).of("ill")) {
      operator.executeWithoutResult(_ -> {
        letters().retry(letters().page(Place.START, 1).getFirst().id());
        assertThat(awaits(waiting, Duration.ZERO)).isFalse();
      });
      assertThat(awaits(waiting, Duration.ofSeconds(10))).isTrue();
    }
  }

  private static boolean awaits(Progress.Waiting waiting, Duration atMost) {
    try {
      return waiting.await(atMost);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
