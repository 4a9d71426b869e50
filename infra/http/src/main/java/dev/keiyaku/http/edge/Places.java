package dev.keiyaku.http.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many commands are inside, and whether one more would be answered soon. A number alone would
 * be right for one machine only: when those inside are slow to leave, no more than a few are let in
 * until they are quick again (ADR 0026).
 */
final class Places {

  /**
   * How long a command may usually take while more are let in. One in a hundred takes three times
   * as long.
   */
  static final Duration SOON = Duration.ofMillis(250);

  /** As many are always let in: they keep the work going, and show when it is quick again. */
  static final int FEW = 16;

  /** The last so many say what is usual. */
  private static final int LATELY = 16;

  private final int most;
  private final AtomicInteger taken = new AtomicInteger();
  private volatile long usual;

  /** Lets in so many at a time, at most. */
  Places(int most) {
    this.most = most;
  }

  /** Takes a place, if there is one. */
  boolean take() {
    int all = taken.incrementAndGet();
    boolean there = all <= most && (all <= FEW || usual < SOON.toNanos());
    if (!there) {
      taken.decrementAndGet();
    }
    return there;
  }

  /** Takes a place, whether there is one or not. */
  void takeAnyhow() {
    taken.incrementAndGet();
  }

  /** Gives a place back, and says nothing of how long things take. */
  void giveBack() {
    taken.decrementAndGet();
  }

  /** Gives a place back after so many nanoseconds. */
  void leave(long after) {
    // Two that leave at once may lose one of them: it is an estimate.
    usual += (after - usual) / LATELY;
    taken.decrementAndGet();
  }

  int taken() {
    return taken.get();
  }
}
