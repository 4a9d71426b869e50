package dev.keiyaku.database;

import org.jspecify.annotations.Nullable;

/** PostgreSQL could not be started; the message is one line that says why and what to do. */
public class DatabaseStartException extends RuntimeException {

  DatabaseStartException(String message) {
    this(message, null);
  }

  DatabaseStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
