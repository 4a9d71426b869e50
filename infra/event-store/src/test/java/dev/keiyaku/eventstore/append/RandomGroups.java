package dev.keiyaku.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random groups of append requests, the same ones every time: each seed is a history of a few
 * groups. One that fails is told with its seed, after every request was left out that it fails
 * without. {@code -Dkeiyaku.histories=1000} asks more.
 */
final class RandomGroups {

  private static final int HISTORIES = Integer.getInteger("keiyaku.histories", 60);

  private RandomGroups() {}

  /**
   * What someone asks for, in numbers; what they mean depends on what is stored by then.
   *
   * @param stream whose stream; that of 0 is the one that others rest on
   * @param behind how many versions were appended since the decision; 0 for none
   * @param claim what is claimed for the stream; -1 for nothing
   * @param from where the claim begins; as long as {@code lasts}, 0 for an empty one
   * @param key the idempotency key; -1 for no receipt
   * @param bytes which request was sent under the key
   * @param premise how many versions of stream 0 came since the decision; -1 when it does not care
   * @param subject for whom a key is made; -1 for nobody
   * @param unstorable whether a row holds what no row can
   */
  record Ask(
      int stream,
      int behind,
      int events,
      int claim,
      int from,
      int lasts,
      int key,
      int bytes,
      int premise,
      int subject,
      boolean unstorable) {}

  /** Expects something of every history. */
  static void each(Consumer<List<List<Ask>>> expectation) {
    for (int seed = 0; seed < HISTORIES; seed++) {
      var history = of(seed);
      int number = seed;
      failure(expectation, history)
          .ifPresent(failure -> {
            var shortest = shortest(expectation, history);
            throw new AssertionError(
                "History %d, and no shorter one: %s".formatted(number, shortest),
                failure(expectation, shortest).orElse(failure));
          });
    }
  }

  private static List<List<Ask>> of(int seed) {
    var random = new SplittableRandom(seed);
    return Stream.generate(() -> group(random)).limit(random.nextInt(2, 9)).toList();
  }

  private static List<Ask> group(SplittableRandom random) {
    return Stream.generate(() -> ask(random)).limit(random.nextInt(1, 13)).toList();
  }

  private static Ask ask(SplittableRandom random) {
    return new Ask(
        random.nextInt(9),
        random.nextInt(5) == 0 ? random.nextInt(1, 3) : 0,
        random.nextInt(1, 4),
        random.nextInt(3) == 0 ? random.nextInt(3) : -1,
        random.nextInt(10),
        random.nextInt(6),
        random.nextInt(2) == 0 ? random.nextInt(25) : -1,
        random.nextInt(2),
        random.nextInt(4) == 0 ? random.nextInt(6) / 5 : -1,
        random.nextInt(6) == 0 ? random.nextInt(12) : -1,
        random.nextInt(40) == 0);
  }

  private static List<List<Ask>> shortest(
      Consumer<List<List<Ask>>> expectation, List<List<Ask>> failing) {
    for (int group = 0; group < failing.size(); group++) {
      for (int ask = 0; ask < failing.get(group).size(); ask++) {
        var shorter = without(failing, group, ask);
        if (failure(expectation, shorter).isPresent()) {
          return shortest(expectation, shorter);
        }
      }
    }
    return failing.stream().filter(group -> !group.isEmpty()).toList();
  }

  private static List<List<Ask>> without(List<List<Ask>> history, int group, int ask) {
    var shorter = new ArrayList<>(history);
    shorter.set(
        group,
        IntStream.range(0, history.get(group).size())
            .filter(i -> i != ask)
            .mapToObj(history.get(group)::get)
            .toList());
    return shorter;
  }

  private static Optional<Throwable> failure(
      Consumer<List<List<Ask>>> expectation, List<List<Ask>> history) {
    try {
      expectation.accept(history);
      return Optional.empty();
    } catch (RuntimeException | AssertionError failure) {
      return Optional.of(failure);
    }
  }
}
