package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.Receipt;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One transaction per request. The events come last, for they take the lock that keeps commits in
 * the order of indexes: it is held for one insert and the commit.
 */
public final class PostgresAppender implements Appender {

  private static final String CLAIM =
      """
      INSERT INTO events.claim (key, holder, during) VALUES (?, ?, tstzrange(?, ?, '[)'))
      ON CONFLICT (key, holder) DO UPDATE SET during = excluded.during\
      """;
  private static final String RECEIPT =
      """
      INSERT INTO events.receipt (client, idempotency_key, request_mac, status, location, version, body,
        last_event_id, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;
  private static final String EVENT =
      """
      INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision,
        effective_at, recorded_at, payload, metadata, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      RETURNING global_index\
      """;

  private final DataSource source;
  private final EventMac mac;
  private final WriterKey key;

  public PostgresAppender(DataSource source, WriterKey key) {
    this.source = source;
    this.key = key;
    this.mac = new EventMac(key);
  }

  @Override
  public long append(AppendBatch batch) {
    try (Connection connection = source.getConnection()) {
      // The pool sets it back.
      connection.setAutoCommit(false);
      try {
        long position = write(connection, batch);
        connection.commit();
        return position;
      } catch (SQLException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new AppendConflicts(source, this::hash).of(e, batch);
    }
  }

  private static void rollback(Connection connection, SQLException reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private long write(Connection connection, AppendBatch batch) throws SQLException {
    EventRow last = batch.events().getLast();
    // In one order for everyone, so that two requests with the same keys wait and do not lock up.
    for (Claim claim : batch.claims().stream().sorted(Comparator.comparing(Claim::key)).toList()) {
      write(connection, claim);
    }
    if (batch.receipt() != null) {
      write(connection, batch.receipt(), last);
    }
    long position = 0;
    try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
      for (EventRow event : batch.events()) {
        position = write(insert, event);
      }
    }
    return position;
  }

  private void write(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      insert.setBytes(1, hash(claim.key()));
      insert.setString(2, claim.holder());
      insert.setObject(3, utc(claim.from()));
      insert.setObject(4, utc(claim.until()));
      insert.executeUpdate();
    }
  }

  /** What is claimed names a subscriber: it is stored as a keyed hash. */
  private byte[] hash(String claimed) {
    return key.mac("keiyaku claim v1", claimed.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Connection connection, Receipt receipt, EventRow last)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RECEIPT)) {
      insert.setString(1, receipt.client());
      insert.setString(2, receipt.idempotencyKey());
      insert.setBytes(3, receipt.requestMac());
      insert.setInt(4, receipt.status());
      insert.setString(5, receipt.location());
      insert.setLong(6, receipt.version());
      insert.setString(7, receipt.body());
      insert.setObject(8, UUID.fromString(last.eventId()));
      insert.setObject(9, utc(last.recordedAt()));
      insert.executeUpdate();
    }
  }

  private long write(PreparedStatement insert, EventRow event) throws SQLException {
    insert.setObject(1, UUID.fromString(event.eventId()));
    insert.setString(2, event.aggregateType());
    insert.setString(3, event.aggregateId());
    insert.setLong(4, event.sequence());
    insert.setString(5, event.name());
    insert.setInt(6, event.revision());
    insert.setObject(7, utc(event.effectiveAt()));
    insert.setObject(8, utc(event.recordedAt()));
    insert.setString(9, event.payload());
    insert.setString(10, event.metadata());
    insert.setBytes(11, mac.of(event));
    try (ResultSet index = insert.executeQuery()) {
      index.next();
      return index.getLong(1);
    }
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
