package dev.keiyaku.eventstore;

import org.jspecify.annotations.Nullable;

/** A sealed text is not what it is taken for: another subject's, another purpose's, or altered. */
public class SealBrokenException extends RuntimeException {

  public SealBrokenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
