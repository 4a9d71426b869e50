package dev.keiyaku.subscription.subscription;

import dev.keiyaku.subscription.subscription.RandomLife.Act;
import dev.keiyaku.subscription.subscription.RandomLife.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Random lives, the same ones every time: each seed is a life. One that fails is told with its
 * seed, after every step was left out that it fails without. {@code -Dkeiyaku.lives=10000} asks
 * more.
 */
final class RandomLives {

  private static final int LIVES = Integer.getInteger("keiyaku.lives", 150);

  private RandomLives() {}

  /** Expects something of every life. */
  static void each(Consumer<List<Step>> expectation) {
    for (int seed = 0; seed < LIVES; seed++) {
      each(seed, expectation);
    }
  }

  private static void each(int seed, Consumer<List<Step>> expectation) {
    var life = of(seed);
    failure(expectation, life)
        .ifPresent(failure -> {
          var shortest = shortest(expectation, life);
          throw new AssertionError(
              "Life %d, and no shorter one: %s".formatted(seed, shortest),
              failure(expectation, shortest).orElse(failure));
        });
  }

  static List<Step> of(int seed) {
    var random = new SplittableRandom(seed);
    return Stream.generate(() -> step(random)).limit(random.nextInt(3, 19)).toList();
  }

  private static Step step(SplittableRandom random) {
    var acts = Act.values();
    // Now is a time of its own, and one in 145 would be seldom.
    int hours = random.nextInt(4) == 0 ? 0 : random.nextInt(-72, 73);
    return new Step(
        acts[random.nextInt(acts.length)], hours, random.nextInt(41), random.nextInt(1, 49));
  }

  private static List<Step> shortest(Consumer<List<Step>> expectation, List<Step> failing) {
    for (int left = 0; left < failing.size(); left++) {
      var shorter = new ArrayList<>(failing);
      shorter.remove(left);
      if (failure(expectation, shorter).isPresent()) {
        return shortest(expectation, shorter);
      }
    }
    return failing;
  }

  private static Optional<Throwable> failure(Consumer<List<Step>> expectation, List<Step> life) {
    try {
      expectation.accept(life);
      return Optional.empty();
    } catch (RuntimeException | AssertionError failure) {
      return Optional.of(failure);
    }
  }
}
