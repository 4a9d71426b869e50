package dev.keiyaku.projection.comparison.table;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A day as Japanese readers write it: 西暦 and 和暦. */
public final class JapaneseDay {

  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPAN);

  /** 和暦 of {@link JapaneseDate} begins with the solar calendar. */
  private static final LocalDate FIRST = LocalDate.of(1873, 1, 1);

  private JapaneseDay() {}

  /** Such as {@code 2023年7月1日}; empty for null. */
  public static String western(@Nullable LocalDate day) {
    return day == null
        ? ""
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** Such as {@code 令和5年7月1日}; the first year of an era is 元年; empty for null. */
  public static String japanese(@Nullable LocalDate day) {
    if (day == null || day.isBefore(FIRST)) {
      return western(day);
    }
    var date = JapaneseDate.from(day);
    int year = date.get(ChronoField.YEAR_OF_ERA);
    return ERA.format(date)
        + (year == 1 ? "元" : year)
        + "年"
        + day.getMonthValue()
        + "月"
        + day.getDayOfMonth()
        + "日";
  }

  /** Both, such as {@code 令和5年7月1日（2023年7月1日）}; empty for null. */
  public static String both(@Nullable LocalDate day) {
    return day == null ? "" : japanese(day) + "（" + western(day) + "）";
  }
}
