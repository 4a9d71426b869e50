package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The writer's MAC on an event: HMAC-SHA-256 over its columns, each with its length before it, the
 * payload and metadata as the bytes that are stored. Not over the index, which the database gives.
 */
public final class EventMac {

  private static final String USE = "keiyaku event v1";

  private final WriterKey key;

  public EventMac(WriterKey key) {
    this.key = key;
  }

  /** The MAC to store with the event. */
  public byte[] of(EventRow row) {
    return key.mac(USE, message(row));
  }

  /** Whether the event is as its writer wrote it. */
  public boolean verify(StoredEvent event) {
    var row =
        new EventRow(
            event.eventId(),
            event.aggregateType(),
            event.aggregateId(),
            event.sequence(),
            event.name(),
            event.revision(),
            event.effectiveAt(),
            event.recordedAt(),
            event.payload(),
            event.metadata());
    return MessageDigest.isEqual(of(row), event.mac());
  }

  private static byte[] message(EventRow row) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      text(out, row.eventId());
      text(out, row.aggregateType());
      text(out, row.aggregateId());
      out.writeLong(row.sequence());
      text(out, row.name());
      out.writeInt(row.revision());
      instant(out, row.effectiveAt());
      instant(out, row.recordedAt());
      text(out, row.payload());
      text(out, row.metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void instant(DataOutputStream out, @Nullable Instant instant) throws IOException {
    text(out, instant == null ? "" : instant.toString());
  }
}
