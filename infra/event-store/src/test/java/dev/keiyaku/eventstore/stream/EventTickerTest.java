package dev.keiyaku.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class EventTickerTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile long head = 7;

  /** The head of a store, which is away while it is negative. */
  private final class Head implements StoredEvents {
    @Override
    public long head() {
      looks.incrementAndGet();
      if (head < 0) {
        throw new DataAccessResourceFailureException("away");
      }
      return head;
    }

    @Override
    public List<StoredEvent> page(long after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<StoredEvent> ofAggregate(String aggregateId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<StoredEvent> byId(String eventId) {
      throw new UnsupportedOperationException();
    }
  }

  private void awaitLooks(int more) {
    int until = looks.get() + more;
    await().pollInterval(Duration.ofMillis(1)).until(() -> looks.get() >= until);
  }

  @Test
  void whatNobodyToldOfIsFoundByLookingAndCalledOutTwice() {
    try (var _ = new EventTicker(new Head(), calls::incrementAndGet, Duration.ofMillis(2))) {
      await().until(() -> calls.get() == 2);
      awaitLooks(3);
      assertThat(calls).hasValue(2);
      head = 8;
      await().until(() -> calls.get() == 4);
    }
  }

  @Test
  void anAbsentDatabaseDoesNotEndIt() {
    try (var _ = new EventTicker(new Head(), calls::incrementAndGet, Duration.ofMillis(2))) {
      await().until(() -> calls.get() == 2);
      head = -1;
      awaitLooks(3);
      head = 9;
      await().until(() -> calls.get() == 4);
    }
  }
}
