package dev.keiyaku.subscription.http;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells a database that is away from a command that is wrong. */
final class Outages {

  private Outages() {}

  static boolean isOutage(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (away(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean away(Throwable cause) {
    return switch (cause) {
      case SQLTransientException _,
          SQLRecoverableException _,
          SocketException _,
          DataAccessResourceFailureException _ ->
          true;
      case SQLException e -> away(e.getSQLState());
      default -> false;
    };
  }

  /** 08: the connection; 53: no room; 57P: the server stops or starts. */
  private static boolean away(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }
}
