package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.size.Retold.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Fills all tables of a store with many lives like the first, by COPY into tables that the same
 * transaction emptied: their rows are frozen, so that no vacuum is left to be done while measuring.
 */
final class Filling {

  private static final int AT_ONCE = 1 << 17;
  private static final int THREADS = 2;

  private final Ground ground;
  private final FirstLife first;

  Filling(Ground ground, FirstLife first) {
    this.ground = ground;
    this.first = first;
  }

  /**
   * Writes so many lives, and events alone of some more, which are left to be projected.
   *
   * @param lives beside the first
   */
  void fill(long lives, long ahead) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Long>> parts = new ArrayList<>();
      for (List<Layout> each : first.layouts()) {
        boolean events = each.getFirst().table().equals("events.event");
        parts.add(() -> write(each, events ? lives + ahead : lives));
      }
      for (Future<Long> each : threads.invokeAll(parts)) {
        each.get();
      }
    }
    settle(lives, ahead);
  }

  private long write(List<Layout> layouts, long lives) throws SQLException, IOException {
    try (Connection connection = ground.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Neither the triggers that refuse, nor a look for what every row refers to.
      statement.execute("SET LOCAL session_replication_role = replica");
      List<Contents> before = new ArrayList<>();
      for (Layout each : layouts) {
        before.add(contents(connection, each));
      }
      var tables = layouts.stream().map(Layout::table).collect(Collectors.joining(", "));
      statement.execute("TRUNCATE " + tables);
      for (Contents each : before) {
        copy(connection, each, lives);
      }
      connection.commit();
      connection.setAutoCommit(true);
      // At once, while the other thread writes: it takes as long as a tenth of the rows.
      statement.execute("ANALYZE " + tables);
      return lives;
    }
  }

  /**
   * What a table holds before.
   *
   * @param all as COPY wrote it
   * @param lines of the first life
   */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  private record Contents(String table, byte[] all, List<Retold> lines) {}

  private Contents contents(Connection connection, Layout layout) throws SQLException, IOException {
    List<String> columns = columns(connection, layout.table());
    byte[] all = said(connection, "COPY " + layout.table() + " TO STDOUT");
    var whose = layout.whose().replace(":id", "'" + first.id() + "'");
    var ours =
        "COPY (SELECT %s FROM %s WHERE %s ORDER BY %s) TO STDOUT"
            .formatted(
                columns.stream().map(it -> '"' + it + '"').collect(Collectors.joining(", ")),
                layout.table(),
                whose,
                layout.order());
    List<String> rows = new String(said(connection, ours), StandardCharsets.UTF_8).lines().toList();
    List<Retold> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(line(layout, columns, rows.get(row), row));
    }
    return new Contents(layout.table(), all, lines);
  }

  private Retold line(Layout layout, List<String> columns, String text, int row) {
    String[] cells = text.split("\t", -1);
    Map<String, Piece> names = new HashMap<>(first.names());
    layout
        .special()
        .forEach((column, piece) -> {
          // No text holds this: COPY writes no such byte.
          String mark = "\1" + column + "\1";
          cells[columns.indexOf(column)] = mark;
          names.put(mark, piece.apply(row));
        });
    return Retold.of(String.join("\t", cells) + "\n", names);
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum\
            """)) {
      statement.setString(1, table);
      List<String> columns = new ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
      return columns;
    }
  }

  private static byte[] said(Connection connection, String copy) throws SQLException, IOException {
    var out = new ByteArrayOutputStream();
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
    return out.toByteArray();
  }

  private static void copy(Connection connection, Contents contents, long lives)
      throws SQLException, IOException {
    var sql = "COPY " + contents.table() + " FROM STDIN (FREEZE)";
    try (var out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, AT_ONCE)) {
      out.write(contents.all());
      var text = new StringBuilder(2 * AT_ONCE);
      for (long life = 0; life < lives; life++) {
        var names = new Names(life);
        contents.lines().forEach(line -> line.tell(names, text));
        if (text.length() > AT_ONCE || life == lives - 1) {
          out.write(text.toString().getBytes(StandardCharsets.UTF_8));
          text.setLength(0);
        }
      }
    }
  }

  /** The next index follows the last; what has rows is projected. */
  private void settle(long lives, long ahead) {
    var jdbc = ground.admin();
    jdbc.sql("SELECT setval(pg_get_serial_sequence('events.event', 'global_index'), ?)")
        .param(first.head(lives + ahead))
        .query(Long.class)
        .single();
    jdbc.sql(
            """
            UPDATE projection.token_entry
            SET token = convert_to(regexp_replace(convert_from(token, 'UTF8'), '\\d+', ?), 'UTF8')\
            """)
        .param(Long.toString(first.head(lives)))
        .update();
  }
}
