package dev.keiyaku.benchmarks.projection;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.operating.Jvm;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.http.testing.TestIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A running terms-projection, a process of its own. */
public final class Projector implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final Jvm service;
  private final Path log;
  private final Positions positions;

  private Projector(Jvm service, Path log, Positions positions) {
    this.service = service;
    this.log = log;
    this.positions = positions;
  }

  /** Starts it on what the ground holds. */
  public static Projector start(Bay bay, Ground ground) throws IOException {
    Path log = bay.folder().resolve(ground.name() + "-terms-projection.log");
    Map<String, Object> properties = new HashMap<>(ground.properties(DatabaseRole.PROJECTOR));
    properties.putAll(TestIssuer.shared().properties());
    properties.put("server.port", "0");
    properties.put("server.address", "127.0.0.1");
    return new Projector(
        Jvm.service("terms-projection", properties, log), log, new Positions(ground.admin()));
  }

  /**
   * Waits until it has started, and reached an index.
   *
   * @return the index that is projected then
   */
  public long begun(long index) throws IOException, InterruptedException {
    long first = await(index, START);
    service.expectAlive(log);
    if (first < index) {
      throw new IllegalStateException("It does not project; its log is " + log);
    }
    return first;
  }

  /** The index that is reached when the time is up, or this one is reached. */
  long await(long index, Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    long reached = positions.reached();
    while (reached < index && System.nanoTime() < deadline) {
      // Seldom: each look is a connection of its own, and the cores are those that are measured.
      Thread.sleep(200);
      reached = positions.reached();
    }
    return reached;
  }

  /** The index that is projected. */
  public long reached() {
    return positions.reached();
  }

  /** Stands still until its next turn. */
  public void pause() throws IOException, InterruptedException {
    service.pause();
  }

  /** Goes on for a while, and stands still again; events a second. */
  public double turn(Duration time) throws IOException, InterruptedException {
    long first = positions.reached();
    long start = System.nanoTime();
    service.goOn();
    Thread.sleep(time);
    service.pause();
    double seconds = (System.nanoTime() - start) / 1e9;
    return (positions.reached() - first) / seconds;
  }

  @Override
  public void close() {
    service.close();
  }
}
