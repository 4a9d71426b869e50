package dev.keiyaku.eventstore.append;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement over {@code unnest}: a column of many rows each. */
final class Columns {

  private final PreparedStatement statement;
  private int count;

  Columns(PreparedStatement statement) {
    this.statement = statement;
  }

  /** The next column. */
  <T, V> void add(String type, IntFunction<V[]> array, List<T> rows, Function<T, @Nullable V> value)
      throws SQLException {
    var values = rows.stream().map(value).toArray(array);
    statement.setArray(++count, statement.getConnection().createArrayOf(type, values));
  }
}
