package dev.keiyaku.eventstore.kills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the store at last, held against what writers were told. */
final class Stored {

  private final JdbcClient jdbc;

  Stored(TestDatabase database) {
    jdbc = JdbcClient.create(database.admin());
  }

  void expectThatEveryAnswerWasTrue(Said said) {
    var written = receipts();
    assertThat(written).containsAllEntriesOf(said.acked);
    assertThat(said.sent).containsAll(written.keySet());
    assertThat(written).doesNotContainKeys(said.refused.toArray(String[]::new));
  }

  void expectThatEveryRequestIsWholeAndNoStreamHasAHole() {
    assertThat(
            count(
                "SELECT count(*) FROM events.event e WHERE NOT EXISTS (SELECT FROM"
                    + " events.receipt WHERE idempotency_key = e.metadata)"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM events.receipt WHERE split_part(idempotency_key, ':',"
                    + " 2)::bigint <> (SELECT count(*) FROM events.event WHERE metadata ="
                    + " idempotency_key)"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT max(sequence) + 1 - count(*) AS holes FROM"
                    + " events.event GROUP BY aggregate_id) WHERE holes <> 0"))
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT FROM events.claim GROUP BY key HAVING count(*) >"
                    + " 1)"))
        .isZero();
  }

  private Map<String, Long> receipts() {
    var receipts = new HashMap<String, Long>();
    jdbc.sql(
            "SELECT idempotency_key, global_index FROM events.receipt JOIN events.event ON event_id"
                + " = last_event_id")
        .query(row -> {
          receipts.put(row.getString(1), row.getLong(2));
        });
    return receipts;
  }

  List<Long> indexes() {
    return jdbc.sql("SELECT global_index FROM events.event ORDER BY 1")
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** How often a stream changed hands from one of its events to the next. */
  long turns() {
    return count(
        "SELECT count(*) FROM (SELECT split_part(metadata, '-', 1) AS writer,"
            + " lag(split_part(metadata, '-', 1)) OVER (PARTITION BY aggregate_id ORDER BY"
            + " sequence) AS before FROM events.event WHERE aggregate_id LIKE 'shared-%') WHERE"
            + " writer <> before");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
