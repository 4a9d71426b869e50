package dev.keiyaku.projection.account;

import dev.keiyaku.contract.EventNames;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.UnknownEventException;
import dev.keiyaku.projection.reading.Rows;
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

/** The timelines of all subscriptions. */
@Repository
public class Timelines {

  private final JdbcClient jdbc;
  private final Rows rows;

  Timelines(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** The entries of a subscription in the order of recording; empty when there are none. */
  public List<TimelineEntry> of(String subscriptionId) {
    return jdbc.sql("SELECT * FROM projection.timeline WHERE subscription_id = ? ORDER BY sequence")
        .param(subscriptionId)
        .query((row, _) -> entry(row))
        .list();
  }

  /** The entries of many, each list in the order of recording. */
  Map<String, List<TimelineEntry>> of(Collection<String> subscriptionIds) {
    return jdbc
        .sql("SELECT * FROM projection.timeline WHERE subscription_id = ANY (?) ORDER BY sequence")
        .param(subscriptionIds.toArray(String[]::new))
        .query((row, _) -> entry(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(TimelineEntry::subscriptionId));
  }

  /** What entries mean. */
  public static SubscriptionTimeline fold(List<TimelineEntry> entries) {
    return SubscriptionTimeline.of(entries.stream().map(TimelineEntry::recorded).toList());
  }

  void put(TimelineEntry entry) {
    var by = entry.by();
    Upsert.into("projection.timeline", "subscription_id", "sequence")
        .set("subscription_id", entry.subscriptionId())
        .set("sequence", entry.sequence())
        .set("event_id", entry.eventId())
        .set("position", entry.position())
        .set("name", entry.name().name())
        .set("revision", entry.name().revision())
        .set("effective_at", entry.effectiveAt())
        .set("recorded_at", entry.recordedAt())
        .set("actor", by.actor())
        .set("role", by.role())
        .set("client", by.client())
        .set("isp", by.isp())
        .set("correlation_id", by.correlationId())
        .set("causation_id", by.causationId())
        .set("payload", EventJson.mapper().writeValueAsString(entry.event()))
        .by(rows);
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    var name = new EventNames.Name(row.getString("name"), row.getInt("revision"));
    return new TimelineEntry(
        row.getString("subscription_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        row.getLong("position"),
        name,
        Timestamps.at(row, "effective_at"),
        Timestamps.at(row, "recorded_at"),
        by(row),
        event(name, row.getString("payload")));
  }

  private static Provenance by(ResultSet row) throws SQLException {
    return new Provenance(
        row.getString("actor"),
        row.getString("role"),
        row.getString("client"),
        row.getString("isp"),
        row.getString("correlation_id"),
        row.getString("causation_id"));
  }

  private static SubscriptionEvent event(EventNames.Name name, String payload) {
    var type =
        EventNames.classOf(name.name(), name.revision())
            .orElseThrow(() -> new UnknownEventException("Unknown event " + name));
    return (SubscriptionEvent) EventJson.mapper().readValue(payload, type);
  }
}
