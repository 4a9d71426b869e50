package dev.keiyaku.benchmarks;

/** Why nothing can be measured, in one line for the person at the terminal. */
public final class Unable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unable(String line) {
    super(line);
  }

  public Unable(String line, Throwable cause) {
    super(line + ": " + cause, cause);
  }
}
