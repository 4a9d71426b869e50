package dev.keiyaku.eventstore.append;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that there are new events: one notification for all commits of a few
 * milliseconds, on a connection of its own, after they are visible. Notifying in the command's own
 * transaction would take a lock of the whole database at every commit.
 *
 * <p>It is a hint and no more. One that is lost delays a reader until it looks by itself.
 */
public final class CommitNotifier implements AutoCloseable {

  /** What readers listen on. */
  public static final String CHANNEL = "keiyaku_events";

  private static final Logger LOG = LoggerFactory.getLogger(CommitNotifier.class);

  /** A lost hint costs little, so that it need not wait for the disk. */
  private static final String NOTIFY =
      "SELECT set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', '')";

  private static final long EVERY = Duration.ofMillis(5).toNanos();

  private final DataSource source;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("commit-notifier").factory());
  private volatile long last = System.nanoTime() - EVERY;

  /** Over the pool of whoever writes. */
  public CommitNotifier(DataSource source) {
    this.source = source;
  }

  /** There was a commit. Returns at once; a call in the meantime is told with the one before. */
  public void committed() {
    if (due.compareAndSet(false, true)) {
      long wait = Math.max(0, last + EVERY - System.nanoTime());
      thread.schedule(this::tell, wait, TimeUnit.NANOSECONDS);
    }
  }

  private void tell() {
    last = System.nanoTime();
    // Before it is sent: a commit from now on may be too late for it.
    due.set(false);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(NOTIFY);
    } catch (SQLException e) {
      LOG.debug("Could not tell of a commit", e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
