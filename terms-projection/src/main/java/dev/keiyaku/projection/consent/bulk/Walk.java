package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.projection.reading.Page;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a condition selects, in the order of ids: a page of them, and their count up to the cap.
 *
 * @param from tables with their aliases
 * @param id the column of the subscription's id
 * @param sql to follow {@code WHERE}
 */
record Walk(String from, String id, String sql, Map<String, Object> parameters) {

  List<String> ids(JdbcClient jdbc, String after, int limit) {
    return jdbc.sql(
            "SELECT %2$s FROM %1$s WHERE %2$s > :after AND %3$s ORDER BY %2$s LIMIT :limit"
                .formatted(from, id, sql))
        .params(parameters)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> row.getString(1))
        .list();
  }

  Page.Count count(JdbcClient jdbc) {
    return Page.Count.of(
        jdbc.sql(
                "SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT :cap) AS capped"
                    .formatted(from, sql))
            .params(parameters)
            .param("cap", Page.COUNT_CAP + 1)
            .query(Long.class)
            .single());
  }

  /** Which index serves depends on the values asked. */
  static void planForTheValues(JdbcClient jdbc) {
    jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }
}
