package dev.keiyaku.benchmarks.report;

/** How a measure stands to its bound. */
public enum Verdict {
  PASS("pass"),
  /** Missed, by no more than what a shared machine explains. */
  NEARLY("nearly"),
  MISS("MISS"),
  /** There is no bound. */
  TOLD("");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
