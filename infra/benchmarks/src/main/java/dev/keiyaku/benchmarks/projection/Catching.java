package dev.keiyaku.benchmarks.projection;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.database.Ground;
import java.time.Duration;

/**
 * A terms-projection that catches up. The clock runs from its first token, so that its start does
 * not count, to the head.
 */
public record Catching(Bay bay, Ground ground, long head) {

  /**
   * How it went.
   *
   * @param reached the index that is projected
   */
  public record Progress(long reached, double rate) {}

  /** Until the head is reached, or the time is up. */
  public Progress during(Duration time) throws Exception {
    try (Projector projector = Projector.start(bay, ground)) {
      long first = projector.begun(1);
      long start = System.nanoTime();
      long reached = projector.await(head, time);
      return new Progress(reached, (reached - first) * 1e9 / (System.nanoTime() - start));
    }
  }
}
