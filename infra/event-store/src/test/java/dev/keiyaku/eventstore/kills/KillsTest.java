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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes append, to streams of their own and to shared ones, while a reader follows. Fifty
 * times one of them, PostgreSQL, or all of it is killed with SIGKILL.
 */
class KillsTest {

  private static final int KILLS = 50;
  private static final int WRITERS = 2;
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
      while (writers.size() < WRITERS) {
        started++;
        writers.add(Writer.start("w" + started, started, database, said));
      }
      int enough = said.acks() + 20 + random.nextInt(300);
      await().atMost(Duration.ofSeconds(60)).until(() -> said.acks() >= enough);
      killSomething();
    }
    killWriters();

    assertThat(follower.toTheEnd()).isEqualTo(indexes());
    everyAnswerWasTrue();
    everyRequestIsWholeAndEveryStreamWithoutHoles();
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

  private void everyAnswerWasTrue() {
    var written = receipts();
    assertThat(written).containsAllEntriesOf(said.acked);
    assertThat(said.sent).containsAll(written.keySet());
    assertThat(written).doesNotContainKeys(said.refused.toArray(String[]::new));
  }

  private void everyRequestIsWholeAndEveryStreamWithoutHoles() {
    assertThat(
            count(
                "SELECT count(*) FROM events.event e WHERE NOT EXISTS (SELECT FROM"
                    + " events.receipt WHERE idempotency_key = e.metadata)"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM events.receipt WHERE split_part(idempotency_key, ':',"
                    + " 2)::bigint <> (SELECT count(*) FROM events.event WHERE metadata ="
                    + " idempotency_key)"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT max(sequence) + 1 - count(*) AS holes FROM"
                    + " events.event GROUP BY aggregate_id) WHERE holes <> 0"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT FROM events.claim GROUP BY key HAVING count(*) >"
                    + " 1)"))
        .isZero();
  }

  private Map<String, Long> receipts() {
    var receipts = new HashMap<String, Long>();
    JdbcClient.create(database.admin())
        .sql(
            "SELECT idempotency_key, global_index FROM events.receipt JOIN events.event ON event_id"
                + " = last_event_id")
        .query(row -> {
          receipts.put(row.getString(1), row.getLong(2));
        });
    return receipts;
  }

  private List<Long> indexes() {
    return JdbcClient.create(database.admin())
        .sql("SELECT global_index FROM events.event ORDER BY 1")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private long count(String sql) {
    return JdbcClient.create(database.admin()).sql(sql).query(Long.class).single();
  }
}
