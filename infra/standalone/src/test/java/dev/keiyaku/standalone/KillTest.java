package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of a stream of commands loses nothing and doubles nothing. */
@Tag("processes")
class KillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int STREAMS = 3;

  @TempDir Path home;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void whatWasAcknowledgedIsThereOnceAndTheReadSideAgrees() throws Exception {
    try (Product product = Product.start(home)) {
      Door door = new Door(product.addresses());
      List<CommandStream> streams =
          IntStream.range(0, STREAMS).mapToObj(i -> CommandStream.begin(door, i)).toList();
      more(streams);
      product.service("subscription-service").destroyForcibly();
      more(streams);
      product.postgres().destroyForcibly();
      more(streams);
      streams.forEach(CommandStream::end);
      assertThat(product.said())
          .contains("subscription-service ended", "PostgreSQL ended", "starting it again");
      streams.forEach(stream -> expectEachOnce(door, stream));
    }
  }

  /** Waits until every stream has had ten more answers. */
  private static void more(List<CommandStream> streams) {
    List<Integer> targets =
        streams.stream().map(stream -> stream.acknowledged().size() + 10).toList();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            IntStream.range(0, STREAMS)
                .allMatch(i -> streams.get(i).acknowledged().size() >= targets.get(i)));
  }

  private static void expectEachOnce(Door door, CommandStream stream) {
    String path = "/v1/subscriptions/" + stream.subscription();
    String read = path + "?minVersion=" + stream.version();
    // The projector waits a little longer after each failure before it tries again.
    Answer account =
        Awaitility.await().atMost(PATIENCE).until(() -> door.get("agent", read), Answer::succeeded);
    assertThat(account.at("/openSuspensions").valueStream())
        .extracting(suspension -> suspension.at("/suspensionId").asString())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(stream.acknowledged());
    assertThat(account.at("/openSuspensions").valueStream())
        .extracting(suspension -> suspension.at("/incidentReference").asString())
        .doesNotHaveDuplicates();
    Answer replay =
        door.get("auditor", "/v1/audit/subscriptions/" + stream.subscription() + "/replay");
    assertThat(replay.status()).isEqualTo(200);
    assertThat(replay.at("/differences").isArray()).isTrue();
    assertThat(replay.at("/differences")).isEmpty();
  }
}
