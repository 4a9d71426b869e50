package dev.keiyaku.http.problem;

import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or comes to nothing in time, from a request that is wrong. */
public final class Outages {

  /** A lock that was not granted in time. */
  private static final String LOCK_TIMEOUT = "55P03";

  private Outages() {}

  /** Whether one of the causes says so. */
  public static boolean isOutage(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (away(cause)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  private static boolean away(Throwable cause) {
    return switch (cause) {
      case SQLTransientException _, SQLRecoverableException _, SocketException _ -> true;
      case SQLException e -> away(e.getSQLState());
      default -> false;
    };
  }

  /** 08: the connection; 53: no room; 57: the server stops, starts or gave up; 58: its disk. */
  private static boolean away(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("58")
            || state.equals(LOCK_TIMEOUT));
  }
}
