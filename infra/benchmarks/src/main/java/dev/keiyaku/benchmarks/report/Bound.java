package dev.keiyaku.benchmarks.report;

import java.util.Locale;

/** What is to be reached; NONE is only told. */
public record Bound(Sense sense, double value) {

  /** For what is measured to be known, not to be held. */
  public static final Bound NONE = new Bound(Sense.TOLD, 0);

  /** By how much a bound may be missed before the run fails. */
  private static final double TOLERANCE = 0.10;

  /** Which side of the value is good. */
  public enum Sense {
    AT_LEAST,
    AT_MOST,
    TOLD
  }

  public static Bound atLeast(double value) {
    return new Bound(Sense.AT_LEAST, value);
  }

  public static Bound atMost(double value) {
    return new Bound(Sense.AT_MOST, value);
  }

  Verdict verdict(double measured) {
    return switch (sense) {
      case TOLD -> Verdict.TOLD;
      case AT_LEAST -> verdict(measured >= value, measured >= value * (1 - TOLERANCE));
      case AT_MOST -> verdict(measured <= value, measured <= value * (1 + TOLERANCE));
    };
  }

  private static Verdict verdict(boolean reached, boolean nearly) {
    return reached ? Verdict.PASS : nearly ? Verdict.NEARLY : Verdict.MISS;
  }

  @Override
  public String toString() {
    return switch (sense) {
      case TOLD -> "";
      case AT_LEAST -> "≥ " + number();
      case AT_MOST -> "≤ " + number();
    };
  }

  private String number() {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : Double.toString(value);
  }
}
