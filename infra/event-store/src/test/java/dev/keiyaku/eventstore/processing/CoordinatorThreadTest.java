package dev.keiyaku.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoordinatorThreadTest {

  private final CoordinatorThread thread = new CoordinatorThread("some");

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Test
  void whoWouldWaitAMinuteWaitsTwoSeconds() {
    assertThat(thread.schedule(() -> {}, 60, TimeUnit.SECONDS).getDelay(TimeUnit.MILLISECONDS))
        .isBetween(1000L, 2000L);
  }

  @Test
  void whoWaitsLessIsNotHeldUp() {
    assertThat(thread.schedule(() -> {}, 500, TimeUnit.MILLISECONDS).getDelay(TimeUnit.SECONDS))
        .isZero();
  }
}
