package dev.keiyaku.standalone.launch;

import org.jspecify.annotations.Nullable;

/** A reason, in one line, not to start or not to go on; the launcher prints it and exits with 1. */
public class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String reason) {
    super(oneLine(reason));
  }

  Refusal(String reason, Throwable cause) {
    super(oneLine(reason + ": " + said(cause)), cause);
  }

  private static String said(Throwable cause) {
    @Nullable String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
