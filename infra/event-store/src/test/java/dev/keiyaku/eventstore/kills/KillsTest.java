package dev.keiyaku.eventstore.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseStartException;
import dev.keiyaku.database.EmbeddedDatabase;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes, and later three, append to streams of their own and to shared ones, while a reader
 * follows. Fifty times one of them, PostgreSQL, or all of it is killed with SIGKILL.
 */
class KillsTest {

  private static final int KILLS = 50;
  private static final long SEED = 20260711;

  private final Random random = new Random(SEED);
  private final Said said = new Said();
  private final List<Writer> writers = new ArrayList<>();
  private int started;

  private EmbeddedDatabase server;
  private TestDatabase database;

  KillsTest(@TempDir Path folder) {
    server = EmbeddedDatabase.start(folder, 0);
    database = TestDatabase.freshOn(server);
    Schema.migrate(database);
  }

  @AfterEach
  void stop() throws InterruptedException {
    killWriters();
    server.close();
  }

  @Test
  void whatIsAcknowledgedIsThereOnceAndNothingIsSkipped() throws InterruptedException {
    var follower = new Follower(database);
    for (int kill = 0; kill < KILLS; kill++) {
      while (writers.size() < (kill < KILLS / 2 ? 2 : 3)) {
        started++;
        writers.add(Writer.start("w" + started, started, database, said));
      }
      int enough = said.acks() + 20 + random.nextInt(300);
      await().atMost(Duration.ofSeconds(60)).until(() -> said.acks() >= enough);
      killSomething();
    }
    killWriters();

    var stored = new Stored(database);
    assertThat(follower.toTheEnd()).isEqualTo(stored.indexes());
    stored.expectThatEveryAnswerWasTrue(said);
    stored.expectThatEveryRequestIsWholeAndNoStreamHasAHole();
    assertThat(said.acked).hasSizeGreaterThan(KILLS * 20);
    assertThat(said.refused).as("versions and claims that others took").isNotEmpty();
  }

  private void killSomething() throws InterruptedException {
    switch (random.nextInt(5)) {
      case 0 -> killDatabase();
      case 1 -> {
        killDatabase();
        killWriters();
      }
      default -> writers.remove(random.nextInt(writers.size())).kill();
    }
  }

  private void killWriters() throws InterruptedException {
    for (var writer : writers) {
      writer.kill();
    }
    writers.clear();
  }

  /** And starts it again on its data, at its address. */
  private void killDatabase() {
    ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
    server.stopped().join();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(DatabaseStartException.class)
        .until(() -> {
          server = EmbeddedDatabase.start(server.folder(), server.port());
          return true;
        });
  }
}
