package dev.keiyaku.projection.reading;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets a client read its own writes: waits until the read model has reached a version. */
@Component
public final class MinVersion {

  private static final Duration STEP = Duration.ofMillis(10);

  private final Duration longest;

  MinVersion(@Value("${keiyaku.read.wait:2s}") Duration longest) {
    this.longest = longest;
  }

  /**
   * Waits.
   *
   * @param wanted the stream version that the answer must show; null when any will do
   * @param reached the version that the rows show now, -1 when there are none
   * @throws Problem VERSION_NOT_REACHED when it takes longer than {@code keiyaku.read.wait}
   */
  public void await(@Nullable Long wanted, LongSupplier reached) {
    if (wanted != null && !comes(wanted, reached)) {
      throw Problem.of(ProblemCode.VERSION_NOT_REACHED)
          .detail(wanted)
          .retryAfter(Duration.ofSeconds(1));
    }
  }

  /** Whether the version is reached within the wait. */
  public boolean comes(long wanted, LongSupplier reached) {
    var deadline = System.nanoTime() + longest.toNanos();
    while (reached.getAsLong() < wanted) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(ProblemCode.UNAVAILABLE, e);
    }
  }
}
