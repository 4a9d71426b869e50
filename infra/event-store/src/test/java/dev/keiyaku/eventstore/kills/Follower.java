package dev.keiyaku.eventstore.kills;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads on from the last index it has seen, as processors do, and never looks back. */
final class Follower {

  private final JdbcClient jdbc;
  private final List<@Nullable Long> seen = new ArrayList<>();
  private final Thread thread;
  private volatile boolean last;

  Follower(TestDatabase database) {
    jdbc = JdbcClient.create(database.as(DatabaseRole.PROJECTOR));
    thread = Thread.ofPlatform().daemon().start(this::follow);
  }

  private void follow() {
    boolean more = true;
    while (more) {
      boolean toTheEnd = last;
      try {
        more = page() || !toTheEnd;
      } catch (DataAccessException e) {
        // PostgreSQL is away: the same page once more.
        more = true;
      }
    }
  }

  private boolean page() {
    var page =
        jdbc.sql(
                "SELECT global_index FROM events.event WHERE global_index > ? ORDER BY 1 LIMIT 500")
            .param(seen.isEmpty() ? 0 : seen.getLast())
            .query(Long.class)
            .list();
    seen.addAll(page);
    return !page.isEmpty();
  }

  /** What it has seen, once there is no more. */
  List<@Nullable Long> toTheEnd() throws InterruptedException {
    last = true;
    thread.join();
    return seen;
  }
}
