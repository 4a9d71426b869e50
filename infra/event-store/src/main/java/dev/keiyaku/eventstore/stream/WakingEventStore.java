package dev.keiyaku.eventstore.stream;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Wakes processors as soon as there are events: the stock store has no availability callback, and
 * they would look again only after 500 ms. Woken by own commits, and by {@link EventTicker} for
 * those of other processes.
 */
public final class WakingEventStore extends EmbeddedEventStore {

  private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

  /** Over an engine. */
  public WakingEventStore(PostgresEventStorageEngine engine) {
    super(EmbeddedEventStore.builder().storageEngine(engine).optimizeEventConsumption(false));
  }

  /** Tells all streams that there may be events. */
  public void wakeUp() {
    waiting.forEach(Runnable::run);
  }

  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {
    super.afterCommit(events);
    wakeUp();
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    return new Waking(super.openStream(token));
  }

  private final class Waking implements TrackingEventStream {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable Runnable callback;

    Waking(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      forget();
      this.callback = callback;
      waiting.add(callback);
      return true;
    }

    private void forget() {
      if (callback != null) {
        waiting.remove(callback);
      }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public void close() {
      forget();
      stream.close();
    }
  }
}
