package dev.keiyaku.projection.terms;

import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.projection.reading.Timestamps;
import dev.keiyaku.projection.reading.Upsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * When something was recorded, by whom, and from what.
 *
 * @param at UTC
 * @param isp the ISP that the caller was bound to; null when none
 * @param correlationId the trace id of the request
 * @param causationId the command that caused it
 */
public record Recording(
    Instant at,
    @Nullable String actor,
    @Nullable String role,
    @Nullable String client,
    @Nullable String isp,
    @Nullable String correlationId,
    @Nullable String causationId) {

  /** Of an event. */
  public static Recording of(EventMessage<?> message) {
    return new Recording(
        message.getTimestamp(),
        text(message, "actor"),
        text(message, "role"),
        text(message, "client"),
        text(message, "isp"),
        text(message, "correlationId"),
        text(message, "causationId"));
  }

  /** Of an event as it stands in the store. */
  public static Recording of(StoredEvent stored) {
    var by = stored.recordedBy();
    return new Recording(
        stored.recordedAt(),
        by.get("actor"),
        by.get("role"),
        by.get("client"),
        by.get("isp"),
        by.get("correlationId"),
        by.get("causationId"));
  }

  /** As a row has it. */
  public static Recording of(ResultSet row) throws SQLException {
    return new Recording(
        Timestamps.at(row, "recorded_at"),
        row.getString("actor"),
        row.getString("role"),
        row.getString("client"),
        row.getString("isp"),
        row.getString("correlation_id"),
        row.getString("causation_id"));
  }

  /** Into a row. */
  public Upsert into(Upsert row) {
    return row.set("recorded_at", at)
        .set("actor", actor)
        .set("role", role)
        .set("client", client)
        .set("isp", isp)
        .set("correlation_id", correlationId)
        .set("causation_id", causationId);
  }

  private static @Nullable String text(EventMessage<?> message, String name) {
    return message.getMetaData().get(name) instanceof String text ? text : null;
  }
}
