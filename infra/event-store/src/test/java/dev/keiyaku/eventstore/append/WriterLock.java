package dev.keiyaku.eventstore.append;

import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the lock of whoever appends, so that a test says when a group is written. */
final class WriterLock implements AutoCloseable {

  private final TestDatabase database;
  private final Connection holder;

  WriterLock(TestDatabase database) throws SQLException {
    this.database = database;
    holder = database.admin().getConnection();
    holder.setAutoCommit(false);
    holder.createStatement().execute("SELECT pg_advisory_xact_lock(4923487612)");
  }

  /** Waits until a writer waits for it. */
  void awaitWaiter() {
    await().until(() -> !waiters(database).isEmpty());
  }

  /** The backends that wait for it. */
  static List<@Nullable Integer> waiters(TestDatabase database) {
    return JdbcClient.create(database.admin())
        .sql("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        .query(Integer.class)
        .list();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
