package dev.keiyaku.benchmarks.size;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.database.Ground;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A store with so many subscriptions, read models included.
 *
 * @param ahead subscriptions on top that are not projected yet
 */
record Store(Ground ground, FirstLife first, long lives, long ahead) implements AutoCloseable {

  /** A copy of the ground of the first life, filled. */
  static Store filled(Bay bay, Ground base, FirstLife first, String name, long lives, long ahead)
      throws Exception {
    long start = System.nanoTime();
    var ground = bay.server().copy(base, name);
    new Filling(ground, first).fill(lives, ahead);
    first.expectTrue(ground, new Names(lives - 1));
    bay.say(
        "  %,d subscriptions and %,d events are there after %d s",
        lives, first.head(lives), (System.nanoTime() - start) / 1_000_000_000);
    return new Store(ground, first, lives, ahead);
  }

  /** Any of its subscriptions, all alike likely. */
  String any() {
    return new Names(ThreadLocalRandom.current().nextLong(lives)).subscription();
  }

  /** How many events there are, those ahead included. */
  long events() {
    return first.head(lives + ahead);
  }

  /** The index up to which it was filled as projected. */
  long projected() {
    return first.head(lives);
  }

  /**
   * Whoever has projected everything has stood still for a part of a turn.
   *
   * @param index the last that is projected
   */
  void expectUnfinished(long index) {
    if (index >= events()) {
      throw new IllegalStateException("It had nothing left to project: its rates are too low");
    }
  }

  @Override
  public void close() {
    ground.close();
  }
}
