package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.StoredEvents;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for events of other processes, and wakes who waits for them: what {@link CommitListener}
 * does not hear. Asking for the head is one look into an index.
 */
public final class EventTicker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventTicker.class);

  private final StoredEvents events;
  private final Runnable wake;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("event-ticker").factory());
  private long seen = -1;
  private boolean again;

  /** Starts to look, every so often. */
  public EventTicker(StoredEvents events, Runnable wake, Duration every) {
    this.events = events;
    this.wake = wake;
    thread.scheduleWithFixedDelay(
        this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      long head = events.head();
      boolean moved = head != seen;
      if (moved || again) {
        wake.run();
      }
      seen = head;
      // Whoever was at the end of its work just then is called once more.
      again = moved;
    } catch (RuntimeException e) {
      // The processors report the same, loudly; thrown on, it would end all further looks.
      LOG.debug("Cannot look for events", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
