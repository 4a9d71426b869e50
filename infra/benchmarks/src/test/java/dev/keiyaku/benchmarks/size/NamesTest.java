package dev.keiyaku.benchmarks.size;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final List<Names> MANY = IntStream.range(0, 5_000).mapToObj(Names::new).toList();

  @Test
  void noTwoThingsHaveTheSameName() {
    List<String> all = new ArrayList<>();
    for (Names each : MANY) {
      all.addAll(List.of(each.subscription(), each.key(), each.event(0), each.event(4)));
      all.addAll(List.of(each.idempotencyKey(0), each.idempotencyKey(3)));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  /** An index of them grows at its end, as the product's own does. */
  @Test
  void whatTheProductNamesIsOrderedAndWhatClientsNameIsNot() {
    assertThat(MANY).extracting(Names::subscription).isSorted();
    assertThat(MANY.getFirst().subscription()).matches(it -> UUID.fromString(it).version() == 7);
    var keys = MANY.stream().map(it -> it.idempotencyKey(0)).toList();
    assertThat(keys).isNotEqualTo(keys.stream().sorted().toList());
    assertThat(Stream.of(keys.getFirst()).map(UUID::fromString))
        .allMatch(it -> it.version() == 4 && it.variant() == 2);
  }
}
