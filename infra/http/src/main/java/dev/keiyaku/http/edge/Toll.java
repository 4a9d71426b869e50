package dev.keiyaku.http.edge;

import dev.keiyaku.http.Problem;

/** Counts what each client asks, before anything is decided about the request. */
@FunctionalInterface
public interface Toll {

  /**
   * @param payer {@code client:} and the client id of a checked token, or {@code address:} and the
   *     peer's address
   * @throws Problem RATE_LIMITED when the payer has asked too often
   */
  void charge(String payer);
}
