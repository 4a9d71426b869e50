package dev.keiyaku.projection.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The types of tables' columns, asked of the database once. */
final class ColumnTypes {

  private final JdbcClient jdbc;
  private final Map<String, Map<String, String>> tables = new ConcurrentHashMap<>();

  ColumnTypes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As SQL names it. */
  String of(String table, String column) {
    var type = tables.computeIfAbsent(table, this::read).get(column);
    if (type == null) {
      throw new IllegalArgumentException("No column " + column + " in " + table);
    }
    return type;
  }

  private Map<String, String> read(String table) {
    return jdbc
        .sql(
            """
            SELECT attname, format_type(atttypid, NULL) FROM pg_attribute
            WHERE attrelid = ?::regclass AND attnum > 0\
            """)
        .param(table)
        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
