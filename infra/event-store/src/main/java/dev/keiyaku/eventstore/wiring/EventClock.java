package dev.keiyaku.eventstore.wiring;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Events are stamped by the injected clock, in microseconds, which is all that PostgreSQL keeps.
 */
final class EventClock {

  EventClock(Clock clock) {
    GenericEventMessage.clock = Clock.tick(clock, Duration.ofNanos(1000));
  }
}
