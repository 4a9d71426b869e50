package dev.keiyaku.eventstore.append;

import static dev.keiyaku.eventstore.append.Requests.begins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The connection is cut after COMMIT was sent, and before its answer has come. */
class InDoubtTest {

  private interface Cut {
    void commit(Connection connection) throws SQLException;
  }

  private final TestDatabase database = Schema.fresh();
  private final DataSource source = database.as(DatabaseRole.WRITER);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void whatWasCommittedIsAnsweredAsWritten() {
    assertThat(append(Connection::commit)).isEqualTo(1);
  }

  @Test
  void whatWasNotCommittedIsRefused() {
    assertThatThrownBy(() -> append(Connection::rollback))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("Could not append");
    assertThat(stored()).isZero();
  }

  @Test
  void whatIsStillBeingCommittedIsWaitedFor() throws Exception {
    var slow = new CompletableFuture<Connection>();
    var answer = CompletableFuture.supplyAsync(() -> append(slow::complete));
    Connection working = slow.get();
    await().until(() -> !WriterLock.waiters(database).isEmpty());
    assertThat(answer).isNotDone();

    working.commit();

    assertThat(answer.get()).isEqualTo(1);
  }

  private long append(Cut cut) {
    try (var appender = new GroupAppender(cuttingOnce(cut), Requests.KEY)) {
      return appender.append(begins("s"));
    }
  }

  private long stored() {
    return JdbcClient.create(database.admin())
        .sql("SELECT count(*) FROM events.event")
        .query(Long.class)
        .single();
  }

  private DataSource cuttingOnce(Cut cut) {
    return new AbstractDataSource() {
      private boolean done;

      @Override
      public Connection getConnection() throws SQLException {
        var connection = source.getConnection();
        if (done) {
          return connection;
        }
        done = true;
        return cutting(connection, cut);
      }

      @Override
      public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
      }
    };
  }

  private static Connection cutting(Connection connection, Cut cut) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              switch (method.getName()) {
                case "commit" -> {
                  cut.commit(connection);
                  throw new SQLException("The connection is cut", "08006");
                }
                case "close" -> {
                  // Cut, not closed: the backend goes on with what it has been sent.
                  return null;
                }
                default -> {
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }
              }
            });
  }
}
