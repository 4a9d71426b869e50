package dev.keiyaku.eventstore.processing;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a processor's coordinator. After each error Axon's coordinator waits twice as long
 * as before, up to a minute: after a restart of PostgreSQL the read side would stand still for as
 * long again as PostgreSQL was away. Here nothing waits for longer than two seconds.
 */
final class CoordinatorThread extends ScheduledThreadPoolExecutor {

  static final Duration LONGEST = Duration.ofSeconds(2);

  CoordinatorThread(String processor) {
    super(1, Thread.ofPlatform().name("Coordinator[" + processor + "]").factory());
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    long most = Math.min(unit.toNanos(delay), LONGEST.toNanos());
    return super.schedule(command, most, TimeUnit.NANOSECONDS);
  }
}
