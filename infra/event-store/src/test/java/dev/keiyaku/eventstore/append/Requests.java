package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.Uuid7;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Append requests that say no more than a test needs. */
final class Requests {

  static final WriterKey KEY = WriterKey.of("d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3c=");

  private Requests() {}

  static AppendBatch begins(String stream) {
    return begins(stream, List.of(), null);
  }

  static AppendBatch begins(String stream, List<Claim> claims, @Nullable Receipt receipt) {
    return append(stream, 0, 1, claims, receipt);
  }

  static AppendBatch append(
      String stream, long version, int events, List<Claim> claims, @Nullable Receipt receipt) {
    var rows = LongStream.range(version, version + events).mapToObj(v -> row(stream, v)).toList();
    return new AppendBatch(rows, claims, receipt);
  }

  private static EventRow row(String stream, long version) {
    return new EventRow(
        Uuid7.text(), "T", stream, version, "n", 1, null, Instant.EPOCH, "{}", "{}");
  }

  static Receipt receipt(String key) {
    return new Receipt("agent", key, new byte[32], 201, null, 0, "{}");
  }

  static Claim claim(String key, String holder) {
    return new Claim(key, holder, Instant.EPOCH, null);
  }
}
