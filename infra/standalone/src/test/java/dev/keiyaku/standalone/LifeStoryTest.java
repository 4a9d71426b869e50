package dev.keiyaku.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.standalone.client.Answer;
import dev.keiyaku.standalone.client.Door;
import dev.keiyaku.standalone.demo.WalkThrough;
import dev.keiyaku.standalone.openapi.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
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

/** A whole life over HTTP, against the real processes; then again after a stop; then a kill. */
@Tag("processes")
class LifeStoryTest {

  private static final String EVENTS = "/v1/events?after=0&limit=200";

  @TempDir Path home;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void theStoryIsAnsweredAsToldAndKeptOverAStopAndAKilledLauncherLeavesNoOrphan() throws Exception {
    List<String> story = new ArrayList<>();
    Witness witness = new Witness();
    Answer before;
    try (Product product = Product.start(home)) {
      Door door = new Door(product.addresses(), witness);
      WalkThrough.tell(door, Clock.systemUTC(), story::add);
      NotifiedRule.comesAndGoes(door);
      before = door.get("auditor", EVENTS);
      assertThat(before.at("/items").size()).isGreaterThan(10);
      isAskedByOtherWaysToo(door);
      stopsInOrderAndLeavesNothing(product);
    }
    assertThat(story).filteredOn(line -> line.startsWith("8. ")).hasSize(1);
    assertThat(witness.differences()).as("what the API document does not describe").isEmpty();

    try (Product again = Product.start(home)) {
      Answer after = new Door(again.addresses()).get("auditor", EVENTS);
      assertThat(after.at("/items")).isEqualTo(before.at("/items"));
      leavesNoOrphan(again);
    }
  }

  /** What the story does not ask, held against the API document as well. */
  private static void isAskedByOtherWaysToo(Door door) {
    var product = Map.of("product", "MYSECURE", "date", "2023-07-01");
    assertThat(door.post("agent", "/v1/eligibility", product).at("/eligible").asBoolean()).isTrue();
    var provision = door.get("auditor", "/v1/provisions?limit=1").at("/items/0");
    var id = "/v1/subscriptions/" + provision.at("/subscriptionId").asString();
    var acceptance = provision.at("/basis/acceptanceId").asString();
    assertThat(door.get("agent", id + "/provisions").at("/items/0")).isEqualTo(provision);
    assertThat(door.get("agent", id + "/consent-records").at("/records").size()).isPositive();
    assertThat(door.get("agent", id + "/consent-receipts/" + acceptance).at("/assent/acceptanceId"))
        .isEqualTo(provision.at("/basis/acceptanceId"));
    assertThat(door.get("agent", "/schemas/consent.schema.json").at("/$defs").size()).isPositive();
  }

  /** The gateway first, so that nothing new comes in; the database last. */
  private void stopsInOrderAndLeavesNothing(Product product) throws Exception {
    List<ProcessHandle> all = all(product);
    assertThat(product.stop()).as("128 and SIGTERM").isEqualTo(143);
    assertThat(all).noneMatch(ProcessHandle::isAlive);
    assertThat(product.said()).contains("Stopping: gateway, services").endsWith("Stopped.\n");
    Path logs = home.resolve("logs");
    FileTime gateway = Files.getLastModifiedTime(logs.resolve("api-gateway.log"));
    FileTime commands = Files.getLastModifiedTime(logs.resolve("subscription-service.log"));
    FileTime queries = Files.getLastModifiedTime(logs.resolve("terms-projection.log"));
    FileTime tokens = Files.getLastModifiedTime(logs.resolve("authorization-server.log"));
    FileTime database = Files.getLastModifiedTime(home.resolve("database/postgresql.log"));
    assertThat(gateway).isLessThan(commands).isLessThan(queries);
    assertThat(tokens).isGreaterThan(commands).isGreaterThan(queries).isLessThan(database);
    assertThat(home.resolve("run")).isDirectoryNotContaining("regex:.*\\.(pid|properties)");
  }

  private static List<ProcessHandle> all(Product product) {
    List<ProcessHandle> all = new ArrayList<>();
    Product.SERVICES.forEach(name -> all.add(product.service(name)));
    all.add(product.postgres());
    return all;
  }

  private static void leavesNoOrphan(Product product) {
    List<ProcessHandle> all = all(product);
    assertThat(all).allMatch(ProcessHandle::isAlive);
    product.process().destroyForcibly();
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
  }
}
