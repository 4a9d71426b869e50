package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.processing.DeadLetters;
import dev.keiyaku.eventstore.processing.DeadLetters.Place;
import dev.keiyaku.eventstore.processing.ParkedEvent;
import dev.keiyaku.eventstore.processing.ProcessorsHealth;
import dev.keiyaku.eventstore.processing.ReadModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProcessingTest {

  private final WriterAndReader services = new WriterAndReader();
  private final TestDatabase database = services.database();
  private final ConfigurableApplicationContext reader = services.reader();

  @AfterEach
  void stop() {
    services.close();
  }

  private void send(Object command) {
    services.send(command);
  }

  private Projector projector() {
    return services.projector();
  }

  private DeadLetters letters() {
    return services.letters();
  }

  private void awaitSeen(String id, Long... sequences) {
    services.awaitSeen(id, sequences);
  }

  private List<ParkedEvent> allLetters() {
    return letters().page(Place.START, 100);
  }

  private Health health() {
    return reader.getBean(ProcessorsHealth.class).health();
  }

  private StreamingEventProcessor processor() {
    return reader
        .getBean(EventProcessingConfiguration.class)
        .eventProcessor(ReadModel.GROUP, StreamingEventProcessor.class)
        .orElseThrow();
  }

  @Test
  void anEventIsProjectedWithinTwoHundredMilliseconds() {
    send(new Account.Open("warm-up"));
    awaitSeen("warm-up", 0L);
    var delays = new ArrayList<Long>();
    for (int i = 0; i < 10; i++) {
      String id = "fast-" + i;
      send(new Account.Open(id));
      long committed = System.nanoTime();
      await().pollInterval(Duration.ofMillis(2)).until(() -> projector().handledAt(id).isPresent());
      delays.add(Duration.ofNanos(projector().handledAt(id).orElseThrow() - committed).toMillis());
    }
    // The median: a shared machine may pause for once.
    assertThat(delays.stream().sorted().toList().get(5)).as("%s ms", delays).isLessThan(200);
  }

  @Test
  void aFailingEventIsParkedWithItsStreamAndTheOthersGoOn() {
    projector().broken.add("ill");
    send(new Account.Open("ill"));
    send(new Account.Note("ill", "fails"));
    send(new Account.Note("ill", "waits"));
    send(new Account.Open("well"));
    send(new Account.Note("well", "goes on"));

    awaitSeen("well", 0L, 1L);
    awaitSeen("ill", 0L);
    assertThat(allLetters())
        .extracting(ParkedEvent::aggregateId, ParkedEvent::sequence, ParkedEvent::name)
        .containsExactly(
            tuple("ill", 1L, "subscription.cancellation-withdrawn"),
            tuple("ill", 2L, "subscription.cancellation-withdrawn"));
    assertThat(allLetters().getFirst().cause()).contains("DataIntegrityViolation");
    assertThat(allLetters().getLast().cause()).isNull();
    assertThat(health().getStatus()).isEqualTo(Status.UP);
    assertThat(health().getDetails()).containsEntry("deadLetters", 2L);
  }

  @Test
  void aLetterThatFailsAgainStaysAndOneThatSucceedsTakesItsStreamAlong() {
    projector().broken.add("ill");
    send(new Account.Open("ill"));
    send(new Account.Note("ill", "fails"));
    send(new Account.Note("ill", "waits"));
    await().until(() -> letters().count() == 2);
    String id = allLetters().getFirst().id();

    assertThat(letters().retry(id)).isFalse();
    assertThat(letters().count()).isEqualTo(2);
    assertThat(projector().seen("ill")).containsExactly(0L);

    projector().broken.clear();
    assertThat(letters().retry(id)).isTrue();
    assertThat(letters().count()).isZero();
    assertThat(projector().seen("ill")).containsExactly(0L, 1L, 2L);
    send(new Account.Note("ill", "well again"));
    awaitSeen("ill", 0L, 1L, 2L, 3L);
  }

  @Test
  void lettersComeInPagesStreamByStreamAndWhatIsGoneMeanwhileIsNotMissed() {
    for (var stream : List.of("b", "a")) {
      projector().broken.add(stream);
      send(new Account.Open(stream));
      send(new Account.Note(stream, "fails"));
      send(new Account.Note(stream, "waits"));
    }
    await().until(() -> letters().count() == 4);

    var first = letters().page(Place.START, 2);
    assertThat(first)
        .extracting(ParkedEvent::aggregateId, ParkedEvent::sequence)
        .containsExactly(tuple("a", 1L), tuple("a", 2L));
    assertThat(letters().discard(first.getLast().id())).isTrue();
    assertThat(letters().page(Place.of(first.getLast()), 2))
        .extracting(ParkedEvent::aggregateId, ParkedEvent::sequence)
        .containsExactly(tuple("b", 1L), tuple("b", 2L));
    assertThat(letters().ofStream(first.getFirst())).containsExactly(first.getFirst());
  }

  @Test
  void aDiscardedLetterIsGoneAndItsStreamGoesOn() {
    projector().broken.add("ill");
    send(new Account.Open("ill"));
    send(new Account.Note("ill", "fails"));
    await().until(() -> letters().count() == 1);
    projector().broken.clear();

    assertThat(letters().discard(allLetters().getFirst().id())).isTrue();
    send(new Account.Note("ill", "after"));
    awaitSeen("ill", 0L, 2L);
  }

  @Test
  void anUnknownEventStopsTheReaderLoudly() {
    send(new Account.Open("before"));
    awaitSeen("before", 0L);
    var head = reader.getBean(StoredEvents.class).head();
    JdbcClient.create(database.as(DatabaseRole.WRITER))
        .sql(
            """
            INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision,
              recorded_at, payload, metadata, mac)
            SELECT gen_random_uuid(), 'Subscription', 'strange', 0, 'subscription.teleported', 1,
              now(), '{}', '{}', mac FROM events.event LIMIT 1\
            """)
        .update();
    send(new Account.Open("after"));

    await().atMost(Duration.ofSeconds(10)).until(() -> processor().isError());
    assertThat(health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(letters().count()).isZero();
    assertThat(projector().seen("after")).isEmpty();
    assertThat(reader.getBean(StoredEvents.class).head()).isEqualTo(head + 2);
  }

  @Test
  void aResetReplaysFromTheBeginning() {
    send(new Account.Open("one"));
    send(new Account.Note("one", "two"));
    awaitSeen("one", 0L, 1L);
    processor().shutDown();
    JdbcClient.create(database.as(DatabaseRole.PROJECTOR)).sql("TRUNCATE projection.seen").update();

    processor().resetTokens();
    processor().start();

    awaitSeen("one", 0L, 1L);
    send(new Account.Note("one", "three"));
    awaitSeen("one", 0L, 1L, 2L);
  }

  @Test
  void aFirstStartOnAStoreThatIsNotEmptySeesEverything() {
    send(new Account.Open("one"));
    awaitSeen("one", 0L);
    reader.close();
    JdbcClient.create(database.as(DatabaseRole.OWNER))
        .sql("TRUNCATE projection.token_entry, projection.seen")
        .update();
    try (var second = Services.reader(database, WriterAndReader.Reading.class)) {
      await()
          .untilAsserted(
              () -> assertThat(second.getBean(Projector.class).seen("one")).containsExactly(0L));
    }
  }

  @Test
  void theLagIsShown() {
    send(new Account.Open("one"));
    awaitSeen("one", 0L);
    await()
        .untilAsserted(() ->
            assertThat(health().getDetails().get(ReadModel.GROUP))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(
                    Map.of("running", true, "error", false, "segments", 1, "lag", 0L)));
  }
}
