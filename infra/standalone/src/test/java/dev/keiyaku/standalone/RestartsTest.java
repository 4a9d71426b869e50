package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.database.EmbeddedDatabase;
import dev.keiyaku.standalone.Load.Heard;
import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL stops and comes back, a service stops, everything stops, each under load: every
 * command in flight is answered, with its success or with 503 and when to come again; and what was
 * said to be recorded is.
 */
@Tag("processes")
class RestartsTest {

  /**
   * Until the first command succeeds, and the read side has caught up, after PostgreSQL is back.
   */
  private static final Duration BOUND = Duration.ofSeconds(10);

  /**
   * Long enough that whoever waits ever longer after each error would wait for longer than that.
   */
  private static final Duration AWAY = Duration.ofSeconds(32);

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CLIENTS = 4;

  @TempDir Path home;
  @TempDir Path data;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyCommandInFlightIsAnsweredWhateverStopsAndNothingThatWasAcknowledgedIsLost()
      throws Exception {
    EmbeddedDatabase server = EmbeddedDatabase.start(data, 0);
    try (Product product = Product.launch(home, given(server))) {
      Door door = new Door(product.started());
      Load load = new Load(door, CLIENTS);
      List<Long> services = services(product);
      goesOn(load);

      server.close();
      server = backAgain(server, load, door, AWAY);
      isAsBefore(load, door);
      immediately(server);
      server = backAgain(server, load, door, Duration.ofSeconds(1));
      isAsBefore(load, door);
      assertThat(services(product)).as("no service was started again").isEqualTo(services);
      assertThat(load.heard()).allMatch(heard -> heard.succeeded() || heard.putOff());

      stopsAndIsStartedAgain(product, load);
      assertThat(load.heard()).allMatch(heard -> heard.succeeded() || heard.putOff());

      everythingStops(product, load);
      assertThat(recorded(server)).containsAll(load.suspended()).doesNotHaveDuplicates();
    } finally {
      server.close();
    }
  }

  private static Map<String, String> given(EmbeddedDatabase server) {
    return Map.of(
        "KEIYAKU_DATABASE_URL", server.jdbcUrl(),
        "KEIYAKU_DATABASE_USER", server.admin().user(),
        "KEIYAKU_DATABASE_PASSWORD", server.admin().password());
  }

  private static List<Long> services(Product product) {
    return Product.SERVICES.stream().map(name -> product.service(name).pid()).toList();
  }

  /** Waits until commands that are sent from now on succeed. */
  private static void goesOn(Load load) {
    long now = System.nanoTime();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> load.sentAfter(now).stream().filter(Heard::succeeded).count() > 20);
  }

  /** Lets it be away for so long, and starts it again on its data, at its address. */
  private static EmbeddedDatabase backAgain(
      EmbeddedDatabase stopped, Load load, Door door, Duration away) {
    stopped.stopped().join();
    long now = System.nanoTime();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            load.sentAfter(now).stream()
                .anyMatch(heard -> heard.heardAt() - now > away.toNanos() && heard.putOff()));
    String any = load.versions().keySet().iterator().next();
    Answer query = door.get("agent", "/v1/subscriptions/" + any);
    assertThat(new Heard(0, 0, query)).as("a query").matches(Heard::putOff);
    return EmbeddedDatabase.start(stopped.folder(), stopped.port());
  }

  /** The server's own way to stop without waiting for anything, and without a last checkpoint. */
  private static void immediately(EmbeddedDatabase server)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-QUIT", String.valueOf(server.pid())).start().waitFor();
  }

  private static void isAsBefore(Load load, Door door) {
    long back = System.nanoTime();
    Awaitility.await()
        .atMost(BOUND)
        .until(() -> load.sentAfter(back).stream().anyMatch(Heard::succeeded));
    // What was acknowledged before it went away, and since.
    Awaitility.await()
        .atMost(BOUND.minusNanos(System.nanoTime() - back))
        .until(() ->
            load.versions().entrySet().stream()
                .allMatch(each -> isProjected(door, each.getKey(), each.getValue())));
    goesOn(load);
  }

  private static boolean isProjected(Door door, String subscription, String version) {
    Answer answer =
        door.get("agent", "/v1/subscriptions/" + subscription + "?minVersion=" + version);
    assertThat(answer.succeeded() || new Heard(0, 0, answer).putOff()).as("%s", answer).isTrue();
    return answer.succeeded();
  }

  /** SIGTERM, and the launcher starts it again. */
  private static void stopsAndIsStartedAgain(Product product, Load load) {
    ProcessHandle service = product.service("subscription-service");
    service.destroy();
    service.onExit().join();
    goesOn(load);
  }

  /** As Ctrl-C does; whoever comes once the gateway is closed meets nobody. */
  private static void everythingStops(Product product, Load load) throws InterruptedException {
    long now = System.nanoTime();
    assertThat(product.stop()).isEqualTo(143);
    load.close();
    assertThat(load.heard())
        .filteredOn(heard -> heard.sentAt() - now < 0)
        .allMatch(heard -> heard.succeeded() || heard.putOff());
  }

  private static List<String> recorded(EmbeddedDatabase server) throws SQLException {
    List<String> recorded = new ArrayList<>();
    try (var connection = server.adminDataSource().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT payload::jsonb ->> 'suspensionId' FROM events.event WHERE name ="
                    + " 'subscription.suspended'")) {
      while (rows.next()) {
        recorded.add(rows.getString(1));
      }
    }
    return recorded;
  }
}
