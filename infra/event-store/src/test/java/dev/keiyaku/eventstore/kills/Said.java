package dev.keiyaku.eventstore.kills;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What writers said: what they sent, and what they were told of it. */
final class Said {

  final Set<String> sent = ConcurrentHashMap.newKeySet();
  final Map<String, Long> acked = new ConcurrentHashMap<>();
  final Set<String> refused = ConcurrentHashMap.newKeySet();
  final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicInteger acks = new AtomicInteger();

  void line(String line) {
    var words = line.split(" ", -1);
    switch (words[0]) {
      case "sent" -> sent.add(words[1]);
      case "refused" -> refused.add(words[1]);
      case "unknown" -> unknown.add(words[1]);
      case "acked" -> {
        // A line that the kill cut short has no position, and told nobody anything.
        if (words.length == 3 && !words[2].isEmpty()) {
          acked.put(words[1], Long.parseLong(words[2]));
          acks.incrementAndGet();
        }
      }
      default -> {
        // PostgreSQL was away.
      }
    }
  }

  int acks() {
    return acks.get();
  }
}
