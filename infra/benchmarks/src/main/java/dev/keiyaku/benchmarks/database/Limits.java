package dev.keiyaku.benchmarks.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What this PostgreSQL can do with rows like ours, one a commit: by pgbench, on a copy of the event
 * table with its columns, checks and indexes and without its triggers.
 */
public final class Limits {

  private static final int EVENTS_OF_A_STREAM = 3;

  private final Pgbench pgbench;
  private final Path singleRow;
  private final Path loadAndAppend;

  private Limits(Pgbench pgbench, Path singleRow, Path loadAndAppend) {
    this.pgbench = pgbench;
    this.singleRow = singleRow;
    this.loadAndAppend = loadAndAppend;
  }

  /**
   * Makes the table and fills it.
   *
   * @param ground with at least one event of ours, whose texts are used
   * @param name of that event, such as {@code subscription.applied}
   * @param streams to load and append to
   * @param folder for pgbench's scripts
   */
  public static Limits on(Ground ground, String name, int streams, Path folder) throws IOException {
    Map<String, String> variables = new HashMap<>(texts(ground, name));
    variables.put("streams", String.valueOf(streams));
    for (String statement : text("table.sql").split(";\n")) {
      var made = ground.admin().sql(statement);
      if (statement.contains(":payload")) {
        made =
            made.param("payload", variables.get("payload"))
                .param("metadata", variables.get("metadata"))
                .param("streams", streams)
                .param("events", EVENTS_OF_A_STREAM);
      }
      made.update();
    }
    return new Limits(
        new Pgbench(ground, variables),
        script("single-row.sql", folder),
        script("load-and-append.sql", folder));
  }

  private static Map<String, String> texts(Ground ground, String name) {
    return ground
        .admin()
        .sql("SELECT payload, metadata FROM events.event WHERE name = ? LIMIT 1")
        .param(name)
        .query((row, _) ->
            Map.of("payload", row.getString(1), "metadata", row.getString(2), "name", name))
        .single();
  }

  /** One new row a transaction; transactions a second. */
  public double singleRow(int clients, Duration time) {
    return pgbench.rate(singleRow, clients, time);
  }

  /** A stream read and a row appended to it in a transaction; transactions a second. */
  public double loadAndAppend(int clients, Duration time) {
    return pgbench.rate(loadAndAppend, clients, time);
  }

  private static Path script(String name, Path folder) throws IOException {
    return Files.writeString(folder.resolve(name), text(name));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Limits.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
