package dev.keiyaku.benchmarks.projection;

import dev.keiyaku.benchmarks.database.Ground;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the schema projection, written once more by SQL alone. */
final class ReadModel {

  private static final String TABLES =
      """
      SELECT c.relname AS name,
             (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
      FROM pg_class c
      WHERE c.relnamespace = 'projection'::regnamespace AND c.relkind = 'r'
        AND c.relname NOT LIKE '%history%' AND c.relname NOT IN ('token_entry', 'dead_letter')
      """;

  private record Table(String name, String columns) {}

  private final Ground ground;

  ReadModel(Ground ground) {
    this.ground = ground;
  }

  /** Writes all rows once more into tables with the same columns, checks and indexes; seconds. */
  double copy() {
    JdbcClient jdbc = ground.admin();
    jdbc.sql("DROP SCHEMA IF EXISTS bench_copy CASCADE").update();
    jdbc.sql("CREATE SCHEMA bench_copy").update();
    List<Table> tables =
        jdbc.sql(TABLES).query((row, _) -> new Table(row.getString(1), row.getString(2))).list();
    tables.forEach(it -> jdbc.sql(like(it)).update());
    String all = String.join(";", tables.stream().map(ReadModel::rows).toList());
    long start = System.nanoTime();
    jdbc.sql("BEGIN;" + all + ";COMMIT").update();
    return (System.nanoTime() - start) / 1e9;
  }

  private static String like(Table table) {
    return "CREATE TABLE bench_copy.%1$s (LIKE projection.%1$s INCLUDING ALL)"
        .formatted(table.name());
  }

  private static String rows(Table table) {
    return "INSERT INTO bench_copy.%1$s (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM projection.%1$s"
        .formatted(table.name(), table.columns());
  }
}
