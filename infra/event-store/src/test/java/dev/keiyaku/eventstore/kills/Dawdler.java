package dev.keiyaku.eventstore.kills;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes by hand, under the writer's role: it draws indexes, stays away for a while, and then
 * commits or gives up. Whoever draws higher ones meanwhile would be seen before it.
 */
final class Dawdler implements AutoCloseable {

  private static final String INSERT =
      """
      WITH request AS (
        INSERT INTO events.receipt (client, idempotency_key, request_mac, status, version, body, last_event_id, recorded_at)
        VALUES ('dawdler', ?, sha256('m'), 201, 0, '{}', ?::uuid, now()))
      INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, recorded_at,
        payload, metadata, mac)
      VALUES (?::uuid, 'T', ?, 0, 'n', 1, now(), '{}', ?, sha256('m'))\
      """;

  private final TestDatabase database;
  private final Said said;
  private final Random random;
  private final Thread thread;
  private volatile boolean closed;

  /** Starts to write; what it sends and is told goes to {@code said}. */
  Dawdler(TestDatabase database, Said said, long seed) {
    this.database = database;
    this.said = said;
    this.random = new Random(seed);
    this.thread = Thread.ofPlatform().start(this::write);
  }

  private void write() {
    try (var connection = database.as(DatabaseRole.WRITER).getConnection()) {
      connection.setAutoCommit(false);
      for (int count = 0; !closed; count++) {
        write(connection, "d-" + count + ":1");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Connection connection, String key) throws SQLException {
    var event = UUID.randomUUID().toString();
    said.line("sent " + key);
    try (var insert = connection.prepareStatement(INSERT)) {
      String[] values = {key, event, event, "dawdler-" + key, key};
      for (int i = 0; i < values.length; i++) {
        insert.setString(i + 1, values[i]);
      }
      insert.execute();
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(20)));
    if (random.nextInt(3) == 0) {
      connection.rollback();
      said.line("refused " + key);
    } else {
      connection.commit();
      said.line("acked " + key + " " + index(event));
    }
  }

  private long index(String event) {
    return JdbcClient.create(database.admin())
        .sql("SELECT global_index FROM events.event WHERE event_id = ?::uuid")
        .param(event)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
