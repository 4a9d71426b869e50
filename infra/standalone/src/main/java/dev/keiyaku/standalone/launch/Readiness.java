package dev.keiyaku.standalone.launch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until all services are ready, unless one ends or somebody asks to stop. */
final class Readiness {

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final BlockingQueue<Happening> happenings;
  private final Health health = new Health();

  Readiness(BlockingQueue<Happening> happenings) {
    this.happenings = happenings;
  }

  void await(Collection<Service> services) {
    List<Service> waitedFor = new ArrayList<>(services);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!waitedFor.isEmpty()) {
        expectNothing(happenings.poll(100, TimeUnit.MILLISECONDS));
        if (System.nanoTime() > deadline) {
          throw new Refusal(
              "%s is not healthy after %d s"
                  .formatted(waitedFor.getFirst().name(), PATIENCE.toSeconds()));
        }
        if (health.isReady(waitedFor.getFirst())) {
          waitedFor.removeFirst();
        }
      }
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted while starting", cause);
    }
  }

  private static void expectNothing(@Nullable Happening happening) {
    switch (happening) {
      case null -> {}
      case Happening.StopAsked _ -> throw new Refusal("stopped while starting");
      case Happening.ServiceEnded(Service service, Child child) ->
          throw new Refusal(
              "%s ended while starting (status %d): %s"
                  .formatted(service.name(), child.process().exitValue(), child.reason()));
      case Happening.DatabaseEnded _ -> throw new Refusal("PostgreSQL ended while starting");
      case Happening.GuardEnded _ -> throw new Refusal("the guard ended while starting");
    }
  }
}
