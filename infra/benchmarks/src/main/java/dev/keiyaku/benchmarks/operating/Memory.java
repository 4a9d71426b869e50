package dev.keiyaku.benchmarks.operating;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The most resident memory that a process had, in MiB, looked at several times a second. */
final class Memory implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(250);

  private final Running process;
  private final Thread watching;
  private volatile double most;
  private volatile boolean over;

  private Memory(Running process) {
    this.process = process;
    this.most = process.resident();
    this.watching = Thread.ofVirtual().unstarted(this::watch);
  }

  /** Watches until it is closed. */
  static Memory of(Running process) {
    var memory = new Memory(process);
    memory.watching.start();
    return memory;
  }

  private void watch() {
    while (!over) {
      most = Math.max(most, process.resident());
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  double most() {
    return most;
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    watching.join();
  }
}
