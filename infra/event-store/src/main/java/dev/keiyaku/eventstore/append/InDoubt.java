package dev.keiyaku.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Finds out what became of a group whose connection broke. Taking the lock that every append holds
 * until its commit is visible waits for a backend that is still at it; after that, an event that is
 * not there will not come.
 */
final class InDoubt {

  /** Whoever comes behind waits as well, and then as long as the pool for a connection. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final String WAIT =
      "SET LOCAL lock_timeout = '2s'; SELECT pg_advisory_xact_lock(4923487612)";
  private static final String FIND =
      "SELECT event_id::text, global_index FROM events.event WHERE event_id = ANY (?)";

  private final DataSource source;

  InDoubt(DataSource source) {
    this.source = source;
  }

  /** Answers everyone in the group. */
  void settle(List<PendingAppend> group, SQLException reason) {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    do {
      try {
        answer(group, written(group), reason);
        return;
      } catch (SQLException e) {
        // The pool may hold more broken connections; without a database it waits before it fails.
        reason.addSuppressed(e);
      }
    } while (System.nanoTime() - deadline < 0);
    group.forEach(each -> each.failed(unknown(each, reason)));
  }

  private Map<String, Long> written(List<PendingAppend> group) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute(WAIT);
      var found = find(connection, group);
      connection.rollback();
      return found;
    }
  }

  private static Map<String, Long> find(Connection connection, List<PendingAppend> group)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      var columns = new Columns(select);
      columns.add("uuid", UUID[]::new, group, each -> UUID.fromString(each.lastEvent().eventId()));
      try (ResultSet rows = select.executeQuery()) {
        var found = new HashMap<String, Long>();
        while (rows.next()) {
          found.put(rows.getString(1), rows.getLong(2));
        }
        return found;
      }
    }
  }

  private static void answer(
      List<PendingAppend> group, Map<String, Long> written, SQLException reason) {
    for (PendingAppend each : group) {
      Long position = written.get(each.lastEvent().eventId());
      if (position != null) {
        each.written(position);
      } else {
        each.failed(GroupWriter.notWritten(each, reason));
      }
    }
  }

  private static EventStoreException unknown(PendingAppend pending, SQLException reason) {
    var event = pending.lastEvent();
    return new EventStoreException(
        "Whether %s %s was appended to is not known; its receipt will tell"
            .formatted(event.aggregateType(), event.aggregateId()),
        reason);
  }
}
