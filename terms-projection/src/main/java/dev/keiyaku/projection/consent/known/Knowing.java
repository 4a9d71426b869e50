package dev.keiyaku.projection.consent.known;

import dev.keiyaku.projection.reading.Timestamps;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition in SQL that a row was known at a recorded instant.
 *
 * @param knownAt UTC; null for everything
 */
public record Knowing(@Nullable Instant knownAt) {

  /** On a row of {@code projection.known_contract} or {@code projection.known_act}. */
  public String sql(String alias) {
    return knownAt == null
        ? alias + ".known_until = 'infinity'"
        : "(" + alias + ".known_from <= :knownAt AND " + alias + ".known_until > :knownAt)";
  }

  /** What it takes by name. */
  public Map<String, Object> parameters() {
    return knownAt == null ? Map.of() : Map.of("knownAt", Timestamps.of(knownAt));
  }
}
