package dev.keiyaku.eventstore.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two and three processes append, to streams of their own and to shared ones whose versions they
 * remember although the others append to them; beside them somebody writes by hand, and dawdles
 * between drawing an index and committing. A reader follows and never looks back.
 */
class ManyProcessesTest {

  private static final int ANSWERS = 1200;
  private static final long SEED = 20261123;

  private final TestDatabase database = Schema.fresh();

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void everyAnswerIsTrueNoStreamHasAHoleAndNothingIsSkipped(int processes) throws Exception {
    var said = new Said();
    var follower = new Follower(database);
    var writers =
        IntStream.range(0, processes)
            .mapToObj(i -> Writer.start("w" + i, SEED + i, database, said))
            .toList();
    try (var _ = new Dawdler(database, said, SEED)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> said.acks() >= ANSWERS);
    } finally {
      for (var writer : writers) {
        writer.kill();
      }
    }

    var stored = new Stored(database);
    assertThat(follower.toTheEnd()).isEqualTo(stored.indexes());
    stored.expectThatEveryAnswerWasTrue(said);
    stored.expectThatEveryRequestIsWholeAndNoStreamHasAHole();
    assertThat(stored.turns()).as("streams changed hands").isGreaterThan(20);
    assertThat(said.refused).as("stale versions, claims that others took").hasSizeGreaterThan(20);
  }
}
