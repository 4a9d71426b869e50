package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.eventstore.processing.DeadLetters.Place;
import dev.keiyaku.eventstore.processing.Progress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProgressTest {

  private final WriterAndReader services = new WriterAndReader();
  private final ConfigurableApplicationContext reader = services.reader();

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void whoWaitsForAStreamIsWokenByTheCommitThatProjectsIt() throws InterruptedException {
    var progress = reader.getBean(Progress.class);
    try (var waiting = progress.of("one");
        var elsewhere = progress.of("other")) {
      services.send(new Account.Open("one"));
      assertThat(waiting.await(Duration.ofSeconds(10))).isTrue();
      assertThat(services.projector().seen("one")).containsExactly(0L);
      assertThat(elsewhere.await(Duration.ZERO)).isFalse();
    }
    assertThat(progress.streams()).isZero();
  }

  @Test
  void aLetterThatIsHandledAtLastWakesTooButOnlyWithItsOperatorsCommit() throws Exception {
    services.projector().broken.add("ill");
    services.send(new Account.Open("ill"));
    services.send(new Account.Note("ill", "fails"));
    await().until(() -> services.letters().count() == 1);
    services.projector().broken.clear();
    // When the next commit has come, the one that parked has told everybody.
    services.send(new Account.Open("later"));
    services.awaitSeen("later", 0L);
    var operator = new TransactionTemplate(reader.getBean(PlatformTransactionManager.class));

    try (var waiting = reader.getBean(Progress.class).of("ill")) {
      operator.executeWithoutResult(_ -> {
        services.letters().retry(services.letters().page(Place.START, 1).getFirst().id());
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
