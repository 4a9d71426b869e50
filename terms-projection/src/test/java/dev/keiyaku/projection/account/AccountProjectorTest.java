package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.retimed;
import static dev.keiyaku.projection.Scenes.suspended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.EventJson;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.ReadModel;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The projector in its real processor, on a read side of its own. */
class AccountProjectorTest {

  private final ReadSide readSide = ReadSide.start();
  private final String id = Uuid7.text();

  @AfterEach
  void stop() {
    readSide.close();
  }

  @Test
  void replayingGivesTheSameRows() {
    aLife(id);
    readSide.get("/v1/subscriptions/" + id + "?minVersion=4", Role.AGENT);
    var before = rows();

    var processor = processor();
    processor.shutDown();
    readSide.sql().sql("TRUNCATE projection.account CASCADE").update();
    readSide.sql().sql("TRUNCATE projection.timeline").update();
    readSide.sql().sql("TRUNCATE projection.known_contract, projection.known_act").update();
    processor.resetTokens();
    processor.start();

    readSide.get("/v1/subscriptions/" + id + "?minVersion=4", Role.AGENT);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void anEventSeenTwiceChangesNothing() {
    aLife(id);
    readSide.get("/v1/subscriptions/" + id + "?minVersion=4", Role.AGENT);
    var before = rows();

    readSide.bean(Timelines.class).of(id).forEach(readSide.bean(AccountProjector.class)::on);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aFailingEventIsParkedAndTheOthersGoOn() {
    var broken = Uuid7.text();
    readSide
        .recorder()
        .record(japan("2023-07-01T10:00"), activated(broken, japan("2023-07-01T10:00")));
    readSide
        .recorder()
        .record(japan("2023-07-01T11:00"), activated(broken, japan("2023-07-01T11:00")));
    aLife(id);

    // Each batch that fails is tried again only after a while: longer than a query waits.
    var accounts = readSide.bean(Accounts.class);
    await().atMost(Duration.ofSeconds(30)).until(() -> accounts.version(id) == 4);
    assertThat(readSide.get("/v1/subscriptions/" + id + "?minVersion=4", Role.AGENT)).isNotNull();
    var letters = readSide.bean(DeadLetters.class).page(DeadLetters.Place.START, 10);
    assertThat(letters).hasSize(2);
    assertThat(letters).allMatch(letter -> letter.aggregateId().equals(broken));
    assertThat(readSide.bean(Timelines.class).of(broken)).isEmpty();
  }

  /** Found out only when the rows of a batch are written together. */
  @Test
  void anEventThatTheDatabaseRefusesIsParkedAloneOutOfALargeBatch() {
    var processor = processor();
    processor.shutDown();
    aLife(id);
    var broken = Uuid7.text();
    readSide
        .recorder()
        .recordRaw(broken, "subscription.applied", withNul(broken), japan("2023-07-01T10:00"));
    var others = Stream.generate(Uuid7::text).limit(30).toList();
    others.forEach(this::aLife);

    processor.start();

    var accounts = readSide.bean(Accounts.class);
    await().atMost(Duration.ofSeconds(30)).until(() -> accounts.version(others.getLast()) == 4);
    var last = accounts.all(others);
    assertThat(last).hasSize(30).allMatch(account -> account.version() == 4);
    assertThat(readSide.bean(DeadLetters.class).page(DeadLetters.Place.START, 10))
        .singleElement()
        .matches(letter -> letter.aggregateId().equals(broken));
    assertThat(readSide.bean(Timelines.class).of(broken)).isEmpty();
  }

  private static String withNul(String of) {
    var event = applied(of, "C\u0000", null, japan("2023-06-20T09:00"));
    return EventJson.mapper().writeValueAsString(event);
  }

  @Test
  void anUnknownEventStopsItLoudly() {
    readSide.recorder().recordRaw(id, "subscription.teleported", "{}", japan("2023-07-01T10:00"));
    var later = Uuid7.text();
    aLife(later);

    await()
        .untilAsserted(() -> {
          assertThat(processor().isError()).isTrue();
          assertThat(readSide.ask("/actuator/health", Role.OPERATIONS).statusCode()).isEqualTo(503);
        });
    assertThat(readSide.bean(Accounts.class).version(later)).isEqualTo(-1);
  }

  private void aLife(String of) {
    var recorder = readSide.recorder();
    recorder.record(
        japan("2023-06-20T10:00"), applied(of, "C1", "ISP-A", japan("2023-06-20T09:00")));
    recorder.record(
        japan("2023-06-20T10:00"), accepted(of, "a1", Scenes.OLD, japan("2023-06-20T09:00")));
    var activation =
        recorder.record(japan("2023-06-21T10:00"), activated(of, japan("2023-06-21T10:00")));
    recorder.record(
        japan("2023-07-10T13:00"),
        suspended(of, "s4", SuspensionGround.VENDOR, japan("2023-07-10T12:00")));
    recorder.record(
        japan("2023-07-11T10:00"),
        retimed(of, activation, japan("2023-06-21T09:00"), japan("2023-07-11T10:00")));
  }

  private StreamingEventProcessor processor() {
    return readSide
        .bean(EventProcessingConfiguration.class)
        .eventProcessor(ReadModel.GROUP, StreamingEventProcessor.class)
        .orElseThrow();
  }

  private List<String> rows() {
    return readSide
        .sql()
        .sql(
            """
            SELECT t::text FROM projection.timeline t UNION ALL
            SELECT a::text FROM projection.account a UNION ALL
            SELECT s::text FROM projection.suspension s UNION ALL
            SELECT c::text FROM projection.acceptance c UNION ALL
            SELECT k::text FROM projection.known_contract k UNION ALL
            SELECT w::text FROM projection.known_act w ORDER BY 1
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
