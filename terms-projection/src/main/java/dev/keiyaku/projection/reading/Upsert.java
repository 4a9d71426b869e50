package dev.keiyaku.projection.reading;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a row as a whole: the same row twice is the row once. */
public final class Upsert {

  /**
   * What rows that one statement writes have in common.
   *
   * @param key has a unique constraint on exactly these columns
   * @param once whether a row that is there stays as it is
   */
  record Shape(String table, List<String> key, List<String> columns, boolean once) {

    String otherwise() {
      return once
          ? "NOTHING"
          : columns.stream()
              .filter(column -> !key.contains(column))
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", ", "UPDATE SET ", ""));
    }
  }

  private final String table;
  private final List<String> key;
  private final SequencedMap<String, @Nullable Object> values = new LinkedHashMap<>();
  private boolean once;

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
  public void by(Rows rows) {
    rows.put(this);
  }

  /** Adds it, unless it is there already: then that one stays as it is. */
  public void once(Rows rows) {
    once = true;
    rows.put(this);
  }

  String table() {
    return table;
  }

  boolean once() {
    return once;
  }

  /** All rows of a table that are written together have it. */
  Shape shape() {
    return new Shape(table, key, List.copyOf(values.keySet()), once);
  }

  /** Identifies the row in its table. */
  List<String> key() {
    var texts = new String[key.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(values.get(key.get(i)));
    }
    return List.of(texts);
  }

  /**
   * In the order of the shape's columns.
   *
   * @throws IllegalStateException when the row is of another shape
   */
  @Nullable Object[] values(Shape shape) {
    if (!List.copyOf(values.keySet()).equals(shape.columns()) || once != shape.once()) {
      throw new IllegalStateException("Rows of different shapes for " + table);
    }
    return values.values().toArray();
  }
}
