package dev.keiyaku.eventstore;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Ids in the order of their making: UUID version 7 (RFC 9562). Ids of one process never repeat and
 * always grow, even within a millisecond or when the clock steps back.
 */
public final class Uuid7 {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Clock CLOCK = Clock.systemUTC();
  private static long last;

  private Uuid7() {}

  /** A new id. */
  public static UUID next() {
    return new UUID(stamp(), RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
  }

  /** A new id as text. */
  public static String text() {
    return next().toString();
  }

  /**
   * 48 bits of milliseconds, the version, and a counter of 12 bits that overflows into the time.
   */
  private static synchronized long stamp() {
    last = Math.max(last + 1, CLOCK.millis() << 12);
    return (last >>> 12 << 16) | 0x7000L | (last & 0xFFFL);
  }
}
