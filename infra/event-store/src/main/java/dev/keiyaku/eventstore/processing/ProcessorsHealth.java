package dev.keiyaku.eventstore.processing;

import dev.keiyaku.eventstore.StoredEvents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down when a processor does not run or is in error: an unknown event is such an error. Lag and
 * dead letters are shown and do not make it down: the other subscriptions go on.
 */
public final class ProcessorsHealth extends AbstractHealthIndicator {

  private final Supplier<EventProcessingConfiguration> processing;
  private final StoredEvents events;
  private final DeadLetters letters;

  public ProcessorsHealth(
      Supplier<EventProcessingConfiguration> processing, StoredEvents events, DeadLetters letters) {
    super("The processors cannot be asked");
    this.processing = processing;
    this.events = events;
    this.letters = letters;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    long head = events.head();
    health.up().withDetail("head", head).withDetail("deadLetters", letters.count());
    processing
        .get()
        .eventProcessors()
        .forEach((name, processor) -> {
          health.withDetail(name, details(processor, head));
          if (!processor.isRunning() || processor.isError()) {
            health.down();
          }
        });
  }

  private static Map<String, Object> details(EventProcessor processor, long head) {
    var details = new LinkedHashMap<String, Object>();
    details.put("running", processor.isRunning());
    details.put("error", processor.isError());
    if (processor instanceof StreamingEventProcessor streaming) {
      Map<Integer, EventTrackerStatus> segments = streaming.processingStatus();
      OptionalLong position =
          segments.values().stream().mapToLong(s -> s.getCurrentPosition().orElse(0)).min();
      details.put("segments", segments.size());
      // Without a segment another node may have it; its health tells.
      position.ifPresent(at -> details.put("lag", Math.max(0, head - at)));
    }
    return details;
  }
}
