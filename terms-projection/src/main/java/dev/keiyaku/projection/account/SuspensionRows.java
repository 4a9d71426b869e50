package dev.keiyaku.projection.account;

import dev.keiyaku.contract.subscription.SubscriptionSuspended;
import dev.keiyaku.contract.subscription.Suspension;
import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suspensions of all accounts, as intervals. */
@Repository
class SuspensionRows {

  private final JdbcClient jdbc;

  SuspensionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By subscription, each list by start, as the fold has them. */
  Map<String, List<Suspension>> of(Collection<String> subscriptionIds) {
    return jdbc
        .sql(
            """
            SELECT s.* FROM projection.suspension s
            LEFT JOIN projection.timeline t USING (event_id)
            WHERE s.subscription_id IN (:ids) ORDER BY s.starts_at, t.sequence
            """)
        .param("ids", subscriptionIds)
        .query((row, _) -> Map.entry(row.getString("subscription_id"), suspension(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
  }

  /** The suspensions of a subscription are these, and no others. */
  void put(String subscriptionId, List<Suspension> suspensions) {
    jdbc.sql(
            "DELETE FROM projection.suspension WHERE subscription_id = ?"
                + " AND suspension_id <> ALL (?)")
        .param(subscriptionId)
        .param(suspensions.stream().map(Suspension::suspensionId).toArray(String[]::new))
        .update();
    suspensions.forEach(suspension -> put(subscriptionId, suspension));
  }

  private void put(String subscriptionId, Suspension suspension) {
    Upsert.into("projection.suspension", "subscription_id", "suspension_id")
        .set("subscription_id", subscriptionId)
        .set("suspension_id", suspension.suspensionId())
        .set("event_id", suspension.eventId())
        .set("ground", suspension.ground().name())
        .set("starts_at", suspension.startsAt())
        .set("ends_at", suspension.endsAt())
        .set("lifted_at", suspension.liftedAt())
        .set("withdrawn", suspension.withdrawn())
        .set("declared", EventJson.mapper().writeValueAsString(suspension.declared()))
        .by(jdbc);
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
