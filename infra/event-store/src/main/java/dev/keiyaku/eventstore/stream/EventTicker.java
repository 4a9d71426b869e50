package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.StoredEvents;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Looks for events of other processes, and wakes who waits for them. Asking for the head is one
 * look into an index; notifying instead would take a lock of the whole database at every commit.
 */
public final class EventTicker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventTicker.class);

  /** A processor that is busy misses a call: it is called again for a while. */
  private static final Duration AGAIN = Duration.ofMillis(500);

  private final StoredEvents events;
  private final WakingEventStore store;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-ticker").factory());
  private long seen = -1;
  private long until = System.nanoTime();

  /** Starts to look, every so often. */
  public EventTicker(StoredEvents events, WakingEventStore store, Duration every) {
    this.events = events;
    this.store = store;
    thread.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      long head = events.head();
      if (head != seen) {
        seen = head;
        until = System.nanoTime() + AGAIN.toNanos();
      }
      if (System.nanoTime() - until < 0) {
        store.wakeUp();
      }
    } catch (DataAccessException e) {
      // The processors report the same, loudly; when the database is back, this goes on.
      LOG.debug("Cannot look for events", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
