package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.Receipts;
import dev.keiyaku.eventstore.StoredReceipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts in {@code events.receipt}. */
public final class PostgresReceipts implements Receipts {

  private static final String FIND =
      """
      SELECT r.*, e.global_index FROM events.receipt r JOIN events.event e ON e.event_id = r.last_event_id
      WHERE r.client = ? AND r.idempotency_key = ?\
      """;

  private final JdbcClient jdbc;
  private final WriterKey key;

  public PostgresReceipts(JdbcClient jdbc, WriterKey key) {
    this.jdbc = jdbc;
    this.key = key;
  }

  @Override
  public Optional<StoredReceipt> find(String client, String idempotencyKey) {
    return jdbc.sql(FIND)
        .params(client, idempotencyKey)
        .query(PostgresReceipts::receipt)
        .optional();
  }

  private static StoredReceipt receipt(ResultSet row, int number) throws SQLException {
    var receipt =
        new Receipt(
            row.getString("client"),
            row.getString("idempotency_key"),
            row.getBytes("request_mac"),
            row.getInt("status"),
            row.getString("location"),
            row.getLong("version"),
            row.getString("body"));
    return new StoredReceipt(
        receipt,
        row.getLong("global_index"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public byte[] mac(byte[] request) {
    return key.mac("keiyaku receipt v1", request);
  }
}
