package dev.keiyaku.subscription.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.SubscriptionEvent;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.http.Role;
import java.net.http.HttpClient;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Three nodes, each of which remembers the same few subscriptions, are given random commands at
 * once. What a node remembers is old nearly every time; no answer may tell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeNodesTest {

  private static final String REASON = "{\"reason\": \"復旧\"}";
  private static final String SUSPENSION = "{\"ground\": \"VENDOR\", \"reason\": \"停止\"}";
  private static final String AHEAD =
      "{\"effectiveAt\": \"2099-01-01T00:00:00+09:00\", \"reason\": \"解約\"}";
  private static final int SUBSCRIPTIONS = 4;
  private static final int CLIENTS_OF_A_NODE = 2;
  private static final int COMMANDS = 40;

  private final TestDatabase database = TestDatabase.fresh();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Node> nodes = List.of(Node.on(database), Node.on(database), Node.on(database));
  private final List<Contested> subscriptions =
      IntStream.range(0, SUBSCRIPTIONS).mapToObj(this::applied).toList();
  private final List<Answer> answers = new CopyOnWriteArrayList<>();

  /**
   * A subscription that all nodes are asked about.
   *
   * @param said which node said that it had appended which version
   * @param suspensions those recorded so far
   */
  private record Contested(String at, SortedMap<Long, Integer> said, List<String> suspensions) {}

  private Contested applied(int number) {
    var answer =
        Client.of(http, nodes.getFirst(), Role.PROVISIONING)
            .post("/v1/subscriptions", Client.application("random-" + number, null));
    return new Contested(
        answer.header("Location"), new ConcurrentSkipListMap<>(), new CopyOnWriteArrayList<>());
  }

  @AfterAll
  void stop() {
    nodes.forEach(Node::close);
    http.close();
    database.close();
  }

  @Test
  void eachAnswerIsAVersionOfItsOwnAndNothingWasDecidedOnWhatNoLongerHeld() throws Exception {
    commandsAtRandom();

    assertThat(answers).extracting(Answer::status).containsOnly(200, 201, 404, 409);
    subscriptions.forEach(each -> {
      var events = timeline(each.at());
      assertThat(each.said().keySet())
          .as("versions told, the first three by the application")
          .containsExactlyElementsOf(
              LongStream.rangeClosed(3, events.size() - 1L).boxed().toList());
      for (int known = 1; known <= events.size(); known++) {
        assertThat(SubscriptionTimeline.of(events.subList(0, known)).life().contradiction())
            .as("of the first %d", known)
            .isEmpty();
      }
    });
    assertThat(subscriptions.stream().mapToLong(ThreeNodesTest::turns).sum())
        .as("a subscription went from one node to another")
        .isGreaterThan(50);
  }

  private void commandsAtRandom() throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running =
          IntStream.range(0, nodes.size() * CLIENTS_OF_A_NODE)
              .<Future<?>>mapToObj(client -> threads.submit(() -> commands(client)))
              .toList();
      for (var each : running) {
        each.get();
      }
    }
  }

  private void commands(int number) {
    int node = number % nodes.size();
    var client = Client.of(http, nodes.get(node), Role.AGENT);
    var random = new SplittableRandom(number);
    for (int i = 0; i < COMMANDS; i++) {
      var contested = subscriptions.get(random.nextInt(SUBSCRIPTIONS));
      var answer = command(client, contested, random);
      answers.add(answer);
      if (answer.status() < 300) {
        long version = Long.parseLong(answer.header("ETag").replace("\"", ""));
        assertThat(contested.said().put(version, node)).as("version %d twice", version).isNull();
      }
    }
  }

  private static Answer command(Client client, Contested contested, SplittableRandom random) {
    var at = contested.at();
    var suspensions = contested.suspensions();
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> {
        var answer = client.post(at + "/suspensions", SUSPENSION);
        if (answer.status() == 201) {
          suspensions.add(answer.text("suspensionId"));
        }
        yield answer;
      }
      case 3 -> client.post(at + "/cancellation", AHEAD);
      case 4 -> client.post(at + "/cancellation/withdrawal", REASON);
      default -> {
        var id =
            suspensions.isEmpty() ? "none" : suspensions.get(random.nextInt(suspensions.size()));
        yield client.post(at + "/suspensions/" + id + "/lift", REASON);
      }
    };
  }

  private List<RecordedEvent<SubscriptionEvent>> timeline(String at) {
    return nodes
        .getFirst()
        .context()
        .getBean(EventStore.class)
        .readEvents(at.substring(at.lastIndexOf('/') + 1))
        .asStream()
        .map(event ->
            new RecordedEvent<>(
                event.getIdentifier(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                (SubscriptionEvent) event.getPayload()))
        .toList();
  }

  private static long turns(Contested contested) {
    var writers = List.copyOf(contested.said().values());
    return IntStream.range(1, writers.size())
        .filter(i -> !writers.get(i).equals(writers.get(i - 1)))
        .count();
  }
}
