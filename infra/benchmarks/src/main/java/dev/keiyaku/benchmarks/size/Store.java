package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.database.Ground;
import java.util.concurrent.ThreadLocalRandom;

/** A store with so many subscriptions, read models included. */
record Store(Ground ground, FirstLife first, long lives) implements AutoCloseable {

  /** A copy of the ground of the first life, filled. */
  static Store filled(Bay bay, Ground base, FirstLife first, String name, long lives, long ahead)
      throws Exception {
    long start = System.nanoTime();
    var ground = bay.server().copy(base, name);
    new Filling(ground, first).fill(lives, ahead);
    bay.say(
        "  %,d subscriptions and %,d events are there after %d s",
        lives, first.head(lives), (System.nanoTime() - start) / 1_000_000_000);
    return new Store(ground, first, lives);
  }

  /** Any of its subscriptions, all alike likely. */
  String any() {
    return new Names(ThreadLocalRandom.current().nextLong(lives)).subscription();
  }

  /** The index up to which it was filled as projected. */
  long projected() {
    return first.head(lives);
  }

  @Override
  public void close() {
    ground.close();
  }
}
