package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.projection.comparison.table.JapaneseDay;
import dev.keiyaku.projection.comparison.table.Side;
import dev.keiyaku.projection.comparison.table.TermsComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it is printed.
 *
 * @param asKnownOn the day in Japan as of which it is known (…現在)
 */
public record Sheet(TermsComparison comparison, Columns columns, LocalDate asKnownOn) {

  String title() {
    return comparison.to().title() + "【現改比較表】";
  }

  String asKnown() {
    return JapaneseDay.both(asKnownOn) + "現在";
  }

  /** Whether the old version stands left. */
  boolean oldFirst() {
    return columns == Columns.OLD_FIRST;
  }

  Side left() {
    return oldFirst() ? comparison.from() : comparison.to();
  }

  Side right() {
    return oldFirst() ? comparison.to() : comparison.from();
  }

  /** How a column is headed, such as {@code 2023年7月1日～（令和5年7月1日～）}. */
  static String heading(Side side) {
    var period = side.period();
    return period.western().equals("～")
        ? side.version()
        : period.western() + "（" + period.japanese() + "）";
  }

  /** Number and days of the amendment that the later version is (附則, 実施期日), one a line. */
  List<String> enactment() {
    var later = later();
    var lines = new ArrayList<String>();
    if (later.amendedOn() != null) {
      var reference = later.amendmentReference();
      lines.add(
          "改正 " + JapaneseDay.both(later.amendedOn()) + (reference == null ? "" : " " + reference));
    }
    if (later.effectiveFrom() != null) {
      lines.add("実施期日 " + JapaneseDay.both(later.effectiveFrom()));
    }
    return lines;
  }

  private Side later() {
    var from = comparison.from().effectiveFrom();
    var to = comparison.to().effectiveFrom();
    return from != null && (to == null || from.isAfter(to)) ? comparison.from() : comparison.to();
  }
}
