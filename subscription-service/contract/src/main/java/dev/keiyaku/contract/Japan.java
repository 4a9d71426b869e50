package dev.keiyaku.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Legal days: all of them are days in Japan. */
public final class Japan {

  /** Asia/Tokyo, UTC+09:00 without daylight saving. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private Japan() {}

  /** 00:00 of the day in Japan. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The day in Japan that holds the instant. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}
