package dev.keiyaku.projection.reading;

import dev.keiyaku.projection.reading.Rows.Raised;
import dev.keiyaku.projection.reading.Rows.Retained;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One statement for many rows. */
final class Statements {

  private final JdbcClient jdbc;
  private final ColumnTypes types;

  Statements(JdbcClient jdbc, ColumnTypes types) {
    this.jdbc = jdbc;
    this.types = types;
  }

  /** Rows of one table, all of one shape. */
  void upsert(List<Upsert> rows) {
    var shape = rows.getFirst().shape();
    var columns = shape.columns();
    var statement =
        "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS r (%s) ON CONFLICT (%s) DO %s"
            .formatted(
                shape.table(),
                joined(columns, Function.identity()),
                joined(columns, column -> cast(shape.table(), "r." + column, column)),
                joined(columns, _ -> "?::text[]"),
                joined(columns, Function.identity()),
                joined(shape.key(), Function.identity()),
                shape.otherwise());
    jdbc.sql(statement).params(List.of((Object[]) arrays(shape, rows))).update();
  }

  /** An array a column. */
  private static @Nullable String[][] arrays(Upsert.Shape shape, List<Upsert> rows) {
    var arrays = new @Nullable String[shape.columns().size()][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      var values = rows.get(row).values(shape);
      for (int column = 0; column < values.length; column++) {
        arrays[column][row] = text(values[column]);
      }
    }
    return arrays;
  }

  void retain(Retained what, Map<String, List<String>> kept) {
    var pairs =
        kept.entrySet().stream()
            .flatMap(of -> of.getValue().stream().map(key -> Map.entry(of.getKey(), key)))
            .toList();
    jdbc.sql(
            """
            DELETE FROM %1$s WHERE %2$s = ANY (?)
            AND (%2$s, %3$s::text) NOT IN (SELECT * FROM unnest(?::text[], ?::text[]))\
            """
                .formatted(what.table(), what.owner(), what.key()))
        .param(kept.keySet().toArray(String[]::new))
        .param(texts(pairs, Map.Entry::getKey))
        .param(texts(pairs, Map.Entry::getValue))
        .update();
  }

  void raise(Raised what, Map<String, Long> numbers) {
    jdbc.sql(
            """
            UPDATE %1$s AS t SET %3$s = greatest(t.%3$s, r.n::bigint)
            FROM unnest(?::text[], ?::text[]) AS r (id, n) WHERE t.%2$s = r.id\
            """
                .formatted(what.table(), what.key(), what.column()))
        .param(numbers.keySet().toArray(String[]::new))
        .param(texts(numbers.values(), Object::toString))
        .update();
  }

  private String cast(String table, String value, String column) {
    var type = types.of(table, column);
    return type.equals("text") ? value : value + "::" + type;
  }

  private static String joined(List<String> columns, Function<String, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  private static <T> @Nullable String[] texts(
      Collection<T> rows, Function<T, @Nullable Object> value) {
    return rows.stream().map(value).map(Statements::text).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof Object[] many
        ? Stream.of(many).map(Object::toString).collect(Collectors.joining(",", "{", "}"))
        : Objects.toString(value, null);
  }
}
