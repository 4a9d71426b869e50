package dev.keiyaku.benchmarks.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** All rounds of one measure; the ratio is the median of the rounds' ratios. */
public record Rounds(List<Round> rounds) {

  public Rounds {
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("no rounds");
    }
    rounds = List.copyOf(rounds);
  }

  /** A line of the table in which the ratio counts. */
  public Result result(String measure, String unit, Bound bound) {
    return new Result(
        measure, unit, median(Round::limit), median(Round::ours), spread(Round::ratio), bound);
  }

  private double median(ToDoubleFunction<Round> of) {
    return spread(of).median();
  }

  private Spread spread(ToDoubleFunction<Round> of) {
    return Spread.of(rounds.stream().mapToDouble(of).toArray());
  }
}
