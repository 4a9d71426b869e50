package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.database.Ground;
import java.util.List;

/** What tables and their indexes take on disk. */
record Weights(List<Weight> all) {

  /**
   * One table.
   *
   * @param rows as the planner estimates them
   * @param heap bytes of its rows, with what is kept aside of them
   * @param indexes bytes of all its indexes
   */
  record Weight(String table, long rows, long heap, long indexes) {

    @Override
    public String toString() {
      return "%-32s %,12d rows %,8d MB rows' bytes %,8d MB indexes"
          .formatted(table, rows, heap >> 20, indexes >> 20);
    }
  }

  private static final String LARGE =
      """
      SELECT oid::regclass::text AS name, reltuples::bigint AS rows, pg_table_size(oid) AS heap,
             pg_indexes_size(oid) AS indexes
      FROM pg_class
      WHERE relkind = 'r' AND relnamespace IN ('events'::regnamespace, 'keys'::regnamespace, 'projection'::regnamespace)
        AND reltuples > 1000
      ORDER BY 1\
      """;

  static Weights of(Ground ground) {
    return new Weights(
        ground
            .admin()
            .sql(LARGE)
            .query((row, _) ->
                new Weight(
                    row.getString("name"),
                    row.getLong("rows"),
                    row.getLong("heap"),
                    row.getLong("indexes")))
            .list());
  }

  /** Bytes of all tables whose names begin so. */
  long bytes(String... starts) {
    return all.stream()
        .filter(it -> List.of(starts).stream().anyMatch(it.table()::startsWith))
        .mapToLong(it -> it.heap() + it.indexes())
        .sum();
  }
}
