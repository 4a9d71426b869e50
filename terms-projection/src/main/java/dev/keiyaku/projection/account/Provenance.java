package dev.keiyaku.projection.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded an entry, and from what.
 *
 * @param isp the ISP that the caller was bound to; null when none
 * @param correlationId the trace id of the request
 * @param causationId the command that caused it
 */
public record Provenance(
    @Nullable String actor,
    @Nullable String role,
    @Nullable String client,
    @Nullable String isp,
    @Nullable String correlationId,
    @Nullable String causationId) {

  /** From an event's metadata. */
  public static Provenance of(Map<String, ?> metadata) {
    return new Provenance(
        text(metadata, "actor"),
        text(metadata, "role"),
        text(metadata, "client"),
        text(metadata, "isp"),
        text(metadata, "correlationId"),
        text(metadata, "causationId"));
  }

  private static @Nullable String text(Map<String, ?> metadata, String name) {
    var value = metadata.get(name);
    return value == null ? null : value.toString();
  }
}
