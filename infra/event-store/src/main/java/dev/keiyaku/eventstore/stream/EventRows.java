package dev.keiyaku.eventstore.stream;

import dev.keiyaku.eventstore.StoredEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Rows of {@code events.event} as values. */
final class EventRows {

  static final String COLUMNS =
      "global_index, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
          + " effective_at, recorded_at, payload, metadata, mac";
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + " FROM events.event WHERE global_index > ? ORDER BY global_index LIMIT ?";
  static final String STREAM =
      "SELECT "
          + COLUMNS
          + " FROM events.event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?";
  static final String HEAD = "SELECT coalesce(max(global_index), 0) FROM events.event";

  private EventRows() {}

  static StoredEvent event(ResultSet row, int number) throws SQLException {
    return new StoredEvent(
        row.getLong("global_index"),
        row.getString("event_id"),
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("sequence"),
        row.getString("name"),
        row.getInt("revision"),
        instant(row, "effective_at"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("payload"),
        row.getString("metadata"),
        row.getBytes("mac"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
