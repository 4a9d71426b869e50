package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.projection.reading.Rows;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suspensions of all accounts, as intervals. */
@Repository
class SuspensionRows {

  private static final String TABLE = "projection.suspension";

  private final Rows rows;
  private final PartRows<Suspension> parts;

  SuspensionRows(JdbcClient jdbc, Rows rows) {
    this.rows = rows;
    this.parts = new PartRows<>(jdbc, rows, TABLE, "suspension_id", "starts_at");
  }

  /** By subscription, each list by start, as the fold has them. */
  Map<String, List<Suspension>> of(Collection<String> subscriptionIds) {
    return parts.of(subscriptionIds, (row, _) -> suspension(row));
  }

  /** The suspensions of a subscription are these, and no others. */
  void put(String subscriptionId, List<Suspension> suspensions) {
    parts.keepOnly(subscriptionId, suspensions.stream().map(Suspension::suspensionId).toList());
    suspensions.forEach(suspension -> put(subscriptionId, suspension));
  }

  private void put(String subscriptionId, Suspension suspension) {
    Upsert.into(TABLE, "subscription_id", "suspension_id")
        .set("subscription_id", subscriptionId)
        .set("suspension_id", suspension.suspensionId())
        .set("event_id", suspension.eventId())
        .set("ground", suspension.ground().name())
        .set("starts_at", suspension.startsAt())
        .set("ends_at", suspension.endsAt())
        .set("lifted_at", suspension.liftedAt())
        .set("withdrawn", suspension.withdrawn())
        .set("declared", EventJson.mapper().writeValueAsString(suspension.declared()))
        .by(rows);
  }

  private static Suspension suspension(ResultSet row) throws SQLException {
    return new Suspension(
        row.getString("event_id"),
        declared(row),
        Timestamps.at(row, "starts_at"),
        Timestamps.orNull(row, "ends_at"),
        Timestamps.orNull(row, "lifted_at"),
        row.getBoolean("withdrawn"));
  }

  /** The columns that are searched are the ones that are shown. */
  private static SubscriptionSuspended declared(ResultSet row) throws SQLException {
    var declared =
        EventJson.mapper().readValue(row.getString("declared"), SubscriptionSuspended.class);
    return new SubscriptionSuspended(
        declared.subscriptionId(),
        row.getString("suspension_id"),
        SuspensionGround.valueOf(row.getString("ground")),
        declared.clause(),
        declared.effectiveAt(),
        declared.expectedEnd(),
        declared.note(),
        declared.incidentReference(),
        declared.notice(),
        declared.reason());
  }
}
