package dev.keiyaku.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results for people, as Markdown, so that they can be pasted into the documents. */
public record Table(List<Result> results) {

  private static final String ROW = "| %-46s | %-9s | %9s | %9s | %6s | %-13s | %-9s | %-6s |";

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(row("measure", "unit", "limit", "ours", "ratio", "least–most", "bound", "verdict"));
    lines.add(row("---", "---", "---:", "---:", "---:", "---", "---", "---"));
    results.forEach(it -> lines.add(row(it)));
    return lines;
  }

  private static String row(Result it) {
    boolean rated = it.limit() != null;
    var spread = it.spread();
    return row(
        it.measure(),
        it.unit(),
        it.limit() instanceof Double limit ? number(limit) : "",
        number(it.ours()),
        rated ? number(spread.median()) : "",
        number(spread.least()) + "–" + number(spread.most()),
        it.bound().toString(),
        it.verdict().toString());
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, ROW, cells).stripTrailing();
  }

  /** Three digits that mean something. */
  static String number(double value) {
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }
}
