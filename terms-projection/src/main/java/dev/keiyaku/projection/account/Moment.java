package dev.keiyaku.projection.account;

import dev.keiyaku.projection.reading.Asked;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a question.
 *
 * @param asOf the effective instant, UTC; now unless it is said
 * @param knownAt the recorded instant, UTC; null: as known now
 */
public record Moment(Instant asOf, @Nullable Instant knownAt) {

  /** The names of its parameters. */
  public static final String AS_OF = "asOf";

  /** As known when. */
  public static final String KNOWN_AT = "knownAt";

  /** Whether what was recorded then, UTC, was known. */
  public boolean knew(Instant recorded) {
    return knownAt == null || !recorded.isAfter(knownAt);
  }

  /** As asked. */
  public static Moment of(Asked asked, Clock clock) {
    var asOf = asked.instant(AS_OF);
    return new Moment(asOf == null ? clock.instant() : asOf, asked.instant(KNOWN_AT));
  }
}
