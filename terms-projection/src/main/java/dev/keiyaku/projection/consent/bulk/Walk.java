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
 * @param repeated whether an id may come several times; it counts once
 * @param sql to follow {@code WHERE}
 */
record Walk(String from, String id, boolean repeated, String sql, Map<String, Object> parameters) {

  /** One more than the page holds, if there are so many. */
  List<String> ids(JdbcClient jdbc, Among among) {
    return jdbc.sql(
            "SELECT %4$s %2$s FROM %1$s WHERE %2$s > :after AND %3$s ORDER BY %2$s LIMIT :limit"
                .formatted(from, id, sql, distinct()))
        .params(parameters)
        .param("after", among.after())
        .param("limit", among.limit() + 1)
        .query((row, _) -> row.getString(1))
        .list();
  }

  /** A query of all of them, each once, in no order. */
  String all() {
    return "SELECT %4$s %2$s AS subscription_id FROM %1$s WHERE %3$s"
        .formatted(from, id, sql, distinct());
  }

  /** How many there are; whoever has seen them all on the first page has counted them. */
  Page.Count count(JdbcClient jdbc, Among among, List<String> found) {
    return among.after().isEmpty() && found.size() <= among.limit()
        ? Page.Count.of(found.size())
        : count(jdbc);
  }

  private Page.Count count(JdbcClient jdbc) {
    return Page.Count.of(
        jdbc.sql(
                "SELECT count(*) FROM (SELECT %s %s FROM %s WHERE %s LIMIT :cap) AS capped"
                    .formatted(distinct(), repeated ? id : "", from, sql))
            .params(parameters)
            .param("cap", Page.COUNT_CAP + 1)
            .query(Long.class)
            .single());
  }

  private String distinct() {
    return repeated ? "DISTINCT" : "";
  }

  /** Which index serves depends on the values asked. */
  static void planForTheValues(JdbcClient jdbc) {
    jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
        .query(String.class)
        .single();
  }
}
