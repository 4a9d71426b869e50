package dev.keiyaku.projection.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row as a whole: the same row twice is the row once. */
public final class Upsert {

  private final String table;
  private final List<String> key;
  private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();

  private Upsert(String table, List<String> key) {
    this.table = table;
    this.key = key;
  }

  /** Into a table, which has a unique constraint on exactly these columns. */
  public static Upsert into(String table, String... key) {
    return new Upsert(table, List.of(key));
  }

  /** A column of the row. Instants go as {@code timestamptz}. */
  public Upsert set(String column, @Nullable Object value) {
    values.put(column, value instanceof Instant instant ? Timestamps.of(instant) : value);
    return this;
  }

  /** Writes it. */
  public void by(JdbcClient jdbc) {
    var rest =
        values.keySet().stream()
            .filter(column -> !key.contains(column))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    write(jdbc, "UPDATE SET " + rest);
  }

  /** Adds it, unless it is there already: then that one stays as it is. */
  public void once(JdbcClient jdbc) {
    write(jdbc, "NOTHING");
  }

  private void write(JdbcClient jdbc, String otherwise) {
    var marks = values.keySet().stream().map(_ -> "?").collect(Collectors.joining(", "));
    jdbc.sql(
            "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO %s"
                .formatted(
                    table,
                    String.join(", ", values.keySet()),
                    marks,
                    String.join(", ", key),
                    otherwise))
        .params(new ArrayList<>(values.values()))
        .update();
  }
}
