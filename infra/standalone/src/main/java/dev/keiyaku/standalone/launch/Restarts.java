package dev.keiyaku.standalone.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Three restarts of a part within ten minutes; what falls down more often is not restarted. */
final class Restarts {

  static final int ALLOWED = 3;
  static final Duration WITHIN = Duration.ofMinutes(10);

  private final Map<String, Deque<Instant>> past = new HashMap<>();
  private final Clock clock;

  Restarts(Clock clock) {
    this.clock = clock;
  }

  /** Counts one more; its number within the time, or a refusal. */
  int another(String part) {
    Deque<Instant> times = past.computeIfAbsent(part, unseen -> new ArrayDeque<>());
    Instant now = clock.instant();
    times.removeIf(time -> time.isBefore(now.minus(WITHIN)));
    times.add(now);
    if (times.size() > ALLOWED) {
      throw new Refusal(
          "%s ended %d times within %d minutes".formatted(part, times.size(), WITHIN.toMinutes()));
    }
    return times.size();
  }
}
