package dev.keiyaku.benchmarks.projection;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.operating.Jvm;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.http.testing.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A terms-projection that catches up. The clock runs from its first token, so that its start does
 * not count, to the head.
 */
record Catching(Bay bay, Ground ground, long head) {

  private static final Duration START = Duration.ofMinutes(2);

  /**
   * How it went.
   *
   * @param reached the index that is projected
   */
  record Progress(long reached, double rate) {}

  /** Until the head is reached, or the time is up. */
  Progress during(Duration time) throws Exception {
    Path log = bay.folder().resolve("terms-projection.log");
    Map<String, Object> properties = new HashMap<>(ground.properties(DatabaseRole.PROJECTOR));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    properties.put("server.address", "127.0.0.1");
    try (Jvm service = Jvm.service("terms-projection", properties, log)) {
      long first = await(1, START);
      service.expectAlive(log);
      long start = System.nanoTime();
      long reached = await(head, time);
      return new Progress(reached, (reached - first) * 1e9 / (System.nanoTime() - start));
    }
  }

  private long await(long index, Duration time) throws InterruptedException {
    var positions = new Positions(ground.admin());
    long deadline = System.nanoTime() + time.toNanos();
    long reached = positions.reached();
    while (reached < index && System.nanoTime() < deadline) {
      // Seldom: each look is a connection of its own, and the cores are those that are measured.
      Thread.sleep(200);
      reached = positions.reached();
    }
    return reached;
  }
}
