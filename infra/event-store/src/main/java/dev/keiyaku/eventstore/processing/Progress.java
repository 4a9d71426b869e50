package dev.keiyaku.eventstore.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells who waits in this process that the read model of a stream has moved on. Where nobody waits,
 * a commit pays one look into an empty map. What another node projects is not told here.
 */
public final class Progress {

  private final ConcurrentMap<String, Set<Waiting>> waiting = new ConcurrentHashMap<>();

  /** Waits for a stream from now on: look at the rows after this, so that no commit is missed. */
  public Waiting of(String stream) {
    var one = new Waiting(stream);
    waiting.compute(
        stream,
        (_, others) -> {
          Set<Waiting> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(one);
          return all;
        });
    return one;
  }

  /** How many streams are waited for. */
  public int streams() {
    return waiting.size();
  }

  /** What was projected of these streams is committed. */
  void moved(Collection<String> streams) {
    if (!waiting.isEmpty()) {
      streams.forEach(stream -> waiting.getOrDefault(stream, Set.of()).forEach(Waiting::wake));
    }
  }

  /** One who waits, until closed. */
  public final class Waiting implements AutoCloseable {

    private final String stream;
    private final Semaphore moves = new Semaphore(0);

    private Waiting(String stream) {
      this.stream = stream;
    }

    private void wake() {
      moves.release();
    }

    /**
     * Waits for the next commit; one that came since the last call is enough.
     *
     * @return false when there was none in that time
     * @throws InterruptedException when the thread is told to stop
     */
    public boolean await(Duration atMost) throws InterruptedException {
      boolean moved = moves.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
      moves.drainPermits();
      return moved;
    }

    @Override
    public void close() {
      waiting.computeIfPresent(
          stream,
          (_, all) -> {
            all.remove(this);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
