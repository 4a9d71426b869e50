package dev.keiyaku.eventstore;

/**
 * A stored event that this program does not know or cannot read. Whoever reads stops here, loudly:
 * skipping it, or parking it beside failing handlers, would make a state that never was.
 */
public class UnknownEventException extends RuntimeException {

  public UnknownEventException(String message) {
    super(message);
  }

  public UnknownEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
