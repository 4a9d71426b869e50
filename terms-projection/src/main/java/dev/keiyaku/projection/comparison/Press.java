package dev.keiyaku.projection.comparison;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets only a few PDFs be made at once: each keeps a core busy and much in memory, which those who
 * ask for anything else would miss.
 */
@Component
final class Press {

  static final int AT_ONCE = 2;

  private static final Duration COME_AGAIN = Duration.ofSeconds(2);

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * The table in a form; nobody waits for a place.
   *
   * @throws Problem UNAVAILABLE, with when to come again, when so many PDFs are being made
   */
  Object print(Form form, Supplier<Object> printing) {
    if (form != Form.PDF) {
      return printing.get();
    }
    if (!places.tryAcquire()) {
      throw Problem.of(ProblemCode.UNAVAILABLE).retryAfter(COME_AGAIN);
    }
    try {
      return printing.get();
    } finally {
      places.release();
    }
  }
}
