package dev.keiyaku.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.eventstore.Claim;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the store as text, to be compared with a {@link NaiveStore}. */
final class StoredTables {

  private static final String INSTANT = "YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"";

  private final JdbcClient jdbc;
  private final Function<String, byte[]> hash;

  StoredTables(JdbcClient jdbc, Function<String, byte[]> hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Expects the rows of the model and no others among those whose names begin so. */
  void expect(NaiveStore model, String begin) {
    assertThat(
            rows(
                "SELECT aggregate_id || ' ' || sequence || ' ' || event_id FROM events.event WHERE"
                    + " starts_with(aggregate_id, ?)",
                begin))
        .as("events")
        .containsExactlyInAnyOrderElementsOf(events(model));
    assertThat(
            rows(
                "SELECT idempotency_key || ' ' || encode(request_mac, 'hex') FROM events.receipt"
                    + " WHERE starts_with(idempotency_key, ?)",
                begin))
        .as("receipts")
        .containsExactlyInAnyOrderElementsOf(
            model.receipts.values().stream()
                .map(receipt ->
                    receipt.idempotencyKey() + " " + HexFormat.of().formatHex(receipt.requestMac()))
                .toList());
    assertThat(
            rows(
                ("SELECT encode(key, 'hex') || ' ' || holder || ' ' || CASE WHEN isempty(during)"
                        + " THEN 'never' ELSE to_char(lower(during), '%1$s') || ' ' ||"
                        + " coalesce(to_char(upper(during), '%1$s'), 'ever') END FROM events.claim"
                        + " WHERE starts_with(holder, ?)")
                    .formatted(INSTANT),
                begin))
        .as("claims")
        .containsExactlyInAnyOrderElementsOf(
            model.claims.values().stream().map(this::row).toList());
    assertThat(
            rows(
                "SELECT subject || ' ' || key_id FROM keys.subject_key WHERE starts_with(subject,"
                    + " ?)",
                begin))
        .as("keys")
        .containsExactlyInAnyOrderElementsOf(
            model.keys.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue())
                .toList());
  }

  private static List<String> events(NaiveStore model) {
    return model.streams.entrySet().stream()
        .flatMap(stream ->
            IntStream.range(0, stream.getValue().size())
                .mapToObj(i -> stream.getKey() + " " + i + " " + stream.getValue().get(i)))
        .toList();
  }

  private String row(Claim claim) {
    var begin = HexFormat.of().formatHex(hash.apply(claim.key())) + " " + claim.holder() + " ";
    return claim.isEmpty()
        ? begin + "never"
        : begin + claim.from() + " " + (claim.until() == null ? "ever" : claim.until());
  }

  private List<String> rows(String sql, String begin) {
    return jdbc.sql(sql).param(begin).query(String.class).list().stream()
        .map(String::valueOf)
        .toList();
  }

  /** The index of each event of these streams, by its id. */
  Map<String, Long> indexes(String begin) {
    var indexes = new TreeMap<String, Long>();
    jdbc.sql(
            "SELECT event_id::text, global_index FROM events.event WHERE starts_with(aggregate_id,"
                + " ?)")
        .param(begin)
        .query(row -> {
          indexes.put(row.getString(1), row.getLong(2));
        });
    return indexes;
  }
}
