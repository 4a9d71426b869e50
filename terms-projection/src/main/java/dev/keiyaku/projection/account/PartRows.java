package dev.keiyaku.projection.account;

import dev.keiyaku.projection.reading.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of what an account has many of: those of an account are these, and no others. */
final class PartRows<T> {

  private final JdbcClient jdbc;
  private final Rows rows;
  private final String table;
  private final String id;
  private final String time;

  /**
   * In a table.
   *
   * @param id the column that tells the parts of an account apart
   * @param time the column by which the fold orders them, before the order of recording
   */
  PartRows(JdbcClient jdbc, Rows rows, String table, String id, String time) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.table = table;
    this.id = id;
    this.time = time;
  }

  /** By subscription, each list as the fold has it. */
  Map<String, List<T>> of(Collection<String> subscriptionIds, RowMapper<T> part) {
    return jdbc
        .sql(
            """
            SELECT part.* FROM %s part LEFT JOIN projection.timeline t USING (event_id)
            WHERE part.subscription_id IN (:ids) ORDER BY part.%s, t.sequence
            """
                .formatted(table, time))
        .param("ids", subscriptionIds)
        .query(
            (row, number) -> Map.entry(row.getString("subscription_id"), part.mapRow(row, number)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  /** Takes away what a subscription no longer has. */
  void keepOnly(String subscriptionId, List<String> ids) {
    rows.retain(table, "subscription_id", subscriptionId, id, ids);
  }
}
