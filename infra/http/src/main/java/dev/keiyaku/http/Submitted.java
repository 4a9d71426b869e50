package dev.keiyaku.http;

/**
 * A request body, screened and bound, beside the bytes it was read from. A controller takes it as
 * an argument, for example {@code Submitted<Application>}.
 *
 * @param body what was asked for
 * @param bytes as sent; for the keyed hash of an idempotent request, never for a log
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; the bytes are passed on once
public record Submitted<T>(T body, byte[] bytes) {

  /** Shows nothing of it, whoever logs it. */
  @Override
  public String toString() {
    return "***";
  }
}
