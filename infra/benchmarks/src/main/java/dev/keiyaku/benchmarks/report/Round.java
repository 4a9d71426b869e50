package dev.keiyaku.benchmarks.report;

/** One turn of each, in the same unit. */
public record Round(double limit, double ours) {

  double ratio() {
    return ours / limit;
  }
}
