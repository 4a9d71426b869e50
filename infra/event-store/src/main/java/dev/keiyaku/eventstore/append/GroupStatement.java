package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Receipt;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All rows of a group in one statement, and a look at what its requests rest on in another, sent
 * together: one way to the database and back.
 */
final class GroupStatement {

  private static final String SQL =
      """
      WITH claimed AS (
        INSERT INTO events.claim (key, holder, during)
        SELECT key, holder, tstzrange(starts, ends, '[)')
        FROM unnest(?, ?, ?::text[]::timestamptz[], ?::text[]::timestamptz[]) AS c (key, holder, starts, ends)
        ON CONFLICT (key, holder) DO UPDATE SET during = excluded.during
      ), answered AS (
        INSERT INTO events.receipt (client, idempotency_key, request_mac, status, location, version, body,
          last_event_id, recorded_at)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?::text[]::timestamptz[])
      ), keyed AS (
        INSERT INTO keys.subject_key (key_id, subject, wrapped, made_at)
        SELECT * FROM unnest(?, ?, ?, ?::text[]::timestamptz[])
        ON CONFLICT (subject) WHERE wrapped IS NOT NULL DO NOTHING
      )
      INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision,
        effective_at, recorded_at, payload, metadata, mac)
      SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?::text[]::timestamptz[], ?::text[]::timestamptz[], ?, ?, ?)
      RETURNING global_index\
      """;

  private static final String SQL_ON_PREMISES = SQL + ";" + Premises.FALLEN;

  /**
   * What became of a group.
   *
   * @param positions for each request, the index of its last event
   * @param fallen premises that hold no longer: the transaction is not to be committed
   */
  record Written(long[] positions, Set<Premise> fallen) {}

  private record Answered(Receipt receipt, EventRow last) {}

  private final WriterKey key;

  GroupStatement(WriterKey key) {
    this.key = key;
  }

  /** Writes the group, and leaves it to be committed. */
  Written write(Connection connection, List<PendingAppend> group) throws SQLException {
    var premises = Premises.of(group);
    var sql = premises.isEmpty() ? SQL : SQL_ON_PREMISES;
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      var columns = new Columns(insert);
      claims(columns, group.stream().flatMap(each -> each.batch().claims().stream()).toList());
      receipts(columns, group);
      keys(columns, group.stream().flatMap(each -> each.batch().keys().stream()).toList());
      events(columns, group);
      if (!premises.isEmpty()) {
        Premises.columns(columns, premises);
      }
      insert.execute();
      return new Written(positions(insert, group), fallen(insert));
    }
  }

  private static long[] positions(PreparedStatement insert, List<PendingAppend> group)
      throws SQLException {
    try (ResultSet indexes = insert.getResultSet()) {
      return lastIndexes(indexes, group);
    }
  }

  private static Set<Premise> fallen(PreparedStatement insert) throws SQLException {
    if (!insert.getMoreResults()) {
      return Set.of();
    }
    try (ResultSet rows = insert.getResultSet()) {
      return Premises.fallen(rows);
    }
  }

  private void claims(Columns columns, List<Claim> claims) throws SQLException {
    columns.add("bytea", byte[][]::new, claims, claim -> hash(claim.key()));
    columns.add("text", String[]::new, claims, Claim::holder);
    columns.add("text", String[]::new, claims, claim -> claim.from().toString());
    columns.add("text", String[]::new, claims, claim -> Objects.toString(claim.until(), null));
  }

  /** What is claimed names a subscriber: it is stored as a keyed hash. */
  byte[] hash(String claimed) {
    return key.mac("keiyaku claim v1", claimed.getBytes(StandardCharsets.UTF_8));
  }

  private static void receipts(Columns columns, List<PendingAppend> group) throws SQLException {
    var answered = group.stream().<Answered>mapMulti(GroupStatement::answered).toList();
    columns.add("text", String[]::new, answered, each -> each.receipt().client());
    columns.add("text", String[]::new, answered, each -> each.receipt().idempotencyKey());
    columns.add("bytea", byte[][]::new, answered, each -> each.receipt().requestMac());
    columns.add("int4", Integer[]::new, answered, each -> each.receipt().status());
    columns.add("text", String[]::new, answered, each -> each.receipt().location());
    columns.add("int8", Long[]::new, answered, each -> each.receipt().version());
    columns.add("text", String[]::new, answered, each -> each.receipt().body());
    columns.add("uuid", UUID[]::new, answered, each -> UUID.fromString(each.last().eventId()));
    columns.add("text", String[]::new, answered, each -> each.last().recordedAt().toString());
  }

  private static void answered(PendingAppend pending, Consumer<Answered> answered) {
    var receipt = pending.batch().receipt();
    if (receipt != null) {
      answered.accept(new Answered(receipt, pending.lastEvent()));
    }
  }

  private static void keys(Columns columns, List<NewKey> keys) throws SQLException {
    columns.add("uuid", UUID[]::new, keys, key -> UUID.fromString(key.keyId()));
    columns.add("text", String[]::new, keys, NewKey::subject);
    columns.add("bytea", byte[][]::new, keys, NewKey::wrapped);
    columns.add("text", String[]::new, keys, key -> key.madeAt().toString());
  }

  private static void events(Columns columns, List<PendingAppend> group) throws SQLException {
    var events = group.stream().flatMap(each -> each.batch().events().stream()).toList();
    columns.add("uuid", UUID[]::new, events, event -> UUID.fromString(event.eventId()));
    columns.add("text", String[]::new, events, EventRow::aggregateType);
    columns.add("text", String[]::new, events, EventRow::aggregateId);
    columns.add("int8", Long[]::new, events, EventRow::sequence);
    columns.add("text", String[]::new, events, EventRow::name);
    columns.add("int4", Integer[]::new, events, EventRow::revision);
    columns.add("text", String[]::new, events, e -> Objects.toString(e.effectiveAt(), null));
    columns.add("text", String[]::new, events, event -> event.recordedAt().toString());
    columns.add("text", String[]::new, events, EventRow::payload);
    columns.add("text", String[]::new, events, EventRow::metadata);
    var macs = group.stream().flatMap(each -> each.macs().stream()).toList();
    columns.add("bytea", byte[][]::new, macs, Function.identity());
  }

  private static long[] lastIndexes(ResultSet indexes, List<PendingAppend> group)
      throws SQLException {
    var last = new long[group.size()];
    for (int request = 0; request < last.length; request++) {
      for (var _ : group.get(request).batch().events()) {
        indexes.next();
        last[request] = indexes.getLong(1);
      }
    }
    return last;
  }
}
