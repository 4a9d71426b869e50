package dev.keiyaku.http.json;

/** A time that cannot be taken; its violation code says why. */
public final class TimeRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String violation;

  TimeRefused(String violation) {
    super(violation, null, false, false);
    this.violation = violation;
  }

  public String violation() {
    return violation;
  }
}
