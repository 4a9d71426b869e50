package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Premise;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Writes a group, and tells each of its requests the truth. When the database refuses the group,
 * someone in it conflicts: it is halved until the one is alone, and the others have passed.
 */
final class GroupWriter {

  private final DataSource source;
  private final GroupStatement statement;
  private final AppendConflicts conflicts;
  private final InDoubt inDoubt;
  private final Runnable committed;

  /** Calls {@code committed} after each commit, once everyone in it has an answer. */
  GroupWriter(DataSource source, GroupStatement statement, Runnable committed) {
    this.source = source;
    this.statement = statement;
    this.conflicts = new AppendConflicts(source, statement::hash);
    this.inDoubt = new InDoubt(source);
    this.committed = committed;
  }

  /** When this returns, everyone in the group has an answer. */
  void write(List<PendingAppend> group) {
    if (group.isEmpty()) {
      return;
    }
    try (Connection connection = source.getConnection()) {
      // The pool sets it back.
      connection.setAutoCommit(false);
      write(connection, group);
    } catch (SQLException | RuntimeException | Error e) {
      // No connection, or one that could not be given back: an answer that is given stands.
      group.forEach(each -> each.failed(notWritten(each, e)));
    }
  }

  private void write(Connection connection, List<PendingAppend> group) throws SQLException {
    if (group.isEmpty()) {
      return;
    }
    GroupStatement.Written written;
    try {
      written = statement.write(connection, group);
    } catch (SQLException e) {
      refused(connection, group, e);
      return;
    }
    if (written.fallen().isEmpty()) {
      commit(connection, group, written.positions());
    } else {
      connection.rollback();
      write(connection, withoutThoseOn(written.fallen(), group));
    }
  }

  /** Those that rest on what has changed are told to decide again; the others remain. */
  private static List<PendingAppend> withoutThoseOn(Set<Premise> fallen, List<PendingAppend> all) {
    var rest = new ArrayList<PendingAppend>(all);
    rest.removeIf(each -> {
      boolean outdated = !Collections.disjoint(each.batch().premises(), fallen);
      if (outdated) {
        each.failed(new ConcurrencyException("What was decided on has changed: " + fallen));
      }
      return outdated;
    });
    return rest;
  }

  /** Only once COMMIT is sent is anything in doubt; before, a broken connection writes nothing. */
  private void commit(Connection connection, List<PendingAppend> group, long[] positions) {
    try {
      connection.commit();
    } catch (SQLException e) {
      inDoubt.settle(group, e);
      return;
    }
    for (int i = 0; i < positions.length; i++) {
      group.get(i).written(positions[i]);
    }
    committed.run();
  }

  private void refused(Connection connection, List<PendingAppend> group, SQLException reason)
      throws SQLException {
    if (!AppendConflicts.isConflict(reason)) {
      group.forEach(each -> each.failed(notWritten(each, reason)));
      return;
    }
    connection.rollback();
    if (group.size() == 1) {
      group.getFirst().failed(conflicts.of(reason, group.getFirst().batch()));
    } else {
      int half = group.size() / 2;
      write(connection, group.subList(0, half));
      write(connection, group.subList(half, group.size()));
    }
  }

  static EventStoreException notWritten(PendingAppend pending, Throwable reason) {
    var event = pending.lastEvent();
    return new EventStoreException(
        "Could not append to " + event.aggregateType() + " " + event.aggregateId(), reason);
  }
}
