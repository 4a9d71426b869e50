package dev.keiyaku.eventstore;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a holder alone has a key over an effective interval. Replaces the holder's earlier interval
 * under the key.
 *
 * @param key what must be unique, such as subscriber and product; stored as a keyed hash
 * @param holder who has it, such as a subscription's id
 * @param from inclusive, UTC
 * @param until exclusive, UTC; null for ever; equal to {@code from} for an empty interval
 */
public record Claim(String key, String holder, Instant from, @Nullable Instant until) {

  public Claim {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A claim ends before it begins: " + from + ", " + until);
    }
  }

  /** The holder gives the key back, over all time. */
  public static Claim released(String key, String holder) {
    return new Claim(key, holder, Instant.EPOCH, Instant.EPOCH);
  }

  /** Whether it holds at no instant. */
  public boolean isEmpty() {
    return from.equals(until);
  }
}
