package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.append.CommitNotifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of other processes' commits by {@link CommitNotifier}, and wakes who waits for events. It
 * keeps one connection of the pool. While it has none, {@link EventTicker} is slower and enough.
 */
public final class CommitListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);
  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);
  private static final int UNTIL_HEARD = 0;

  private final DataSource source;
  private final Runnable wake;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection heard;

  /** Starts to listen, and does so until it is closed. */
  public CommitListener(DataSource source, Runnable wake) {
    this.source = source;
    this.wake = wake;
    this.thread = Thread.ofPlatform().daemon().name("commit-listener").start(this::run);
  }

  private void run() {
    do {
      try (Connection connection = source.getConnection()) {
        heard = connection;
        listen(connection);
      } catch (SQLException | RuntimeException e) {
        // Whatever it was, also of those who are woken: it must not stop hearing for good.
        LOG.debug("Does not hear of commits", e);
      }
    } while (!closesWithin(BEFORE_TRYING_AGAIN));
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("LISTEN " + CommitNotifier.CHANNEL);
    }
    var notifications = connection.unwrap(PGConnection.class);
    // Whatever was committed before it listened.
    wake.run();
    while (!closesWithin(Duration.ZERO)) {
      notifications.getNotifications(UNTIL_HEARD);
      wake.run();
    }
  }

  private boolean closesWithin(Duration time) {
    try {
      return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Lets go of its connection, and returns when the thread has ended. */
  @Override
  public void close() {
    closed.countDown();
    // It may wait for a connection instead of for news.
    thread.interrupt();
    try {
      Connection connection = heard;
      if (connection != null) {
        connection.unwrap(Connection.class).abort(Runnable::run);
      }
      thread.join();
    } catch (SQLException e) {
      LOG.debug("Was not listening", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
