package dev.keiyaku.eventstore.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.StoredEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventMessagesTest {

  @Test
  void theTimeOfRecordingKeepsItsMicroseconds() {
    Instant recordedAt = Instant.parse("2026-11-23T02:26:37.133546Z");
    var stored =
        new StoredEvent(
            1, "event", "Subscription", "id", 0, "n", 1, null, recordedAt, "{}", "{}", new byte[0]);
    assertThat(EventMessages.entry(stored).getTimestamp()).isEqualTo(recordedAt);
  }
}
