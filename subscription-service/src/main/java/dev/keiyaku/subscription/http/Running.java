package dev.keiyaku.subscription.http;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The keys that this node is working on. Two nodes working on one key meet at the receipt's primary
 * key instead: one appends, the other finds the receipt.
 */
final class Running {

  private static final Duration SOON = Duration.ofSeconds(1);

  private record Key(String client, String value) {}

  private final Set<Key> keys = ConcurrentHashMap.newKeySet();

  <T> T alone(Call call, Supplier<T> work) {
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
