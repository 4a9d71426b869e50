package dev.keiyaku.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/** Many who each do one thing after the other, each on a virtual thread of its own. */
public record Crowd(int size) {

  /**
   * What all together did.
   *
   * @param rate how often a second it succeeded
   * @param refused how often it did not
   */
  public record Done(double rate, long refused) {}

  /**
   * Does something over and over for a while.
   *
   * @param task whether it succeeded
   * @throws ExecutionException when it threw
   */
  public Done during(Duration time, BooleanSupplier task)
      throws InterruptedException, ExecutionException {
    var done = new LongAdder();
    var refused = new LongAdder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    run(() -> {
      while (System.nanoTime() < end) {
        (task.getAsBoolean() ? done : refused).increment();
      }
    });
    return new Done(done.sum() * 1e9 / (System.nanoTime() - start), refused.sum());
  }

  /** Once by each; returns when all have. */
  public void run(Runnable task) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int one = 0; one < size; one++) {
        all.add(threads.submit(task));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
