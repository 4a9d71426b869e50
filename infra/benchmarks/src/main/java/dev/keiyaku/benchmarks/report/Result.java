package dev.keiyaku.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param unit of limit and ours
 * @param limit the median of what could be reached; null where the bound is absolute
 * @param spread of what the bound is about: of the ratio where there is a limit, else of ours
 */
public record Result(
    String measure, String unit, @Nullable Double limit, double ours, Spread spread, Bound bound) {

  /** A line without a limit: what was measured is held against the bound itself. */
  public static Result absolute(String measure, String unit, Spread ours, Bound bound) {
    return new Result(measure, unit, null, ours.median(), ours, bound);
  }

  public Verdict verdict() {
    return bound.verdict(spread.median());
  }

  public boolean missed() {
    return verdict() == Verdict.MISS;
  }
}
