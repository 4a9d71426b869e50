package dev.keiyaku.http;

import java.util.Locale;

/** Which process answers a route, as the column {@code service} of {@code docs/access.md} says. */
public enum Service {
  WRITE,
  READ,
  GATEWAY,
  EVERY;

  /** Whether this process serves the rows of {@code other}; the gateway serves all of them. */
  public boolean serves(Service other) {
    return this == other || other == EVERY || this == GATEWAY;
  }

  static Service ofCell(String cell) {
    return valueOf(cell.toUpperCase(Locale.ROOT));
  }
}
