package dev.keiyaku.eventstore.wiring;

/** The service is wired in a way that would lose, skip or double events; it does not start. */
public class WiringRefusedException extends RuntimeException {

  WiringRefusedException(String message) {
    super(message);
  }
}
