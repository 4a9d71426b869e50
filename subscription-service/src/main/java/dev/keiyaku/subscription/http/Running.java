package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The commands that this node is working on, no more than it can answer soon: whoever comes on top
 * of them is turned away at once, so that those inside are not slowed down by those who wait. And
 * their keys: two nodes working on one key meet at the receipt's primary key instead, where one
 * appends, and the other finds the receipt.
 */
final class Running {

  private static final Duration SOON = Duration.ofSeconds(1);

  private record Key(String client, String value) {}

  private final Semaphore places;
  private final Set<Key> keys = ConcurrentHashMap.newKeySet();

  /** Works on so many commands at a time, at most. */
  Running(int most) {
    places = new Semaphore(most);
  }

  /**
   * Does the work, unless there is too much of it, or the same is being done.
   *
   * @throws Problem UNAVAILABLE or IDEMPOTENCY_KEY_IN_USE; nothing was done
   */
  <T> T alone(Call call, Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw Problem.of(ProblemCode.UNAVAILABLE).retryAfter(SOON);
    }
    try {
      return once(call, work);
    } finally {
      places.release();
    }
  }

  private <T> T once(Call call, Supplier<T> work) {
    var key = new Key(call.caller().client(), call.key().value());
    if (!keys.add(key)) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_IN_USE).retryAfter(SOON);
    }
    try {
      return work.get();
    } finally {
      keys.remove(key);
    }
  }
}
