package dev.keiyaku.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.StoredEvent;
import dev.keiyaku.eventstore.StoredEvents;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.eventstore.stream.PostgresStoredEvents;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommitOrderTest {

  private static final String INSERT =
      """
      INSERT INTO events.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, recorded_at,
        payload, metadata, mac)
      VALUES (gen_random_uuid(), 'T', gen_random_uuid()::text, 0, 'n', 1, now(), '{}', '{}', sha256('m'))\
      """;

  private final TestDatabase database = Schema.fresh();
  private final WriterKey key = Requests.KEY;
  private final GroupAppender appender = new GroupAppender(database.as(DatabaseRole.WRITER), key);
  private final StoredEvents events =
      new PostgresStoredEvents(JdbcClient.create(database.as(DatabaseRole.PROJECTOR)));

  @AfterEach
  void drop() {
    appender.close();
    database.close();
  }

  private static AppendBatch one(String stream, long sequence) {
    var row =
        new EventRow(Uuid7.text(), "T", stream, sequence, "n", 1, null, Instant.EPOCH, "{}", "{}");
    return new AppendBatch(List.of(row), List.of(), null);
  }

  @Test
  void aHigherIndexIsNeverVisibleBeforeALowerOne() throws Exception {
    try (Connection slow = database.as(DatabaseRole.WRITER).getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute(INSERT);
      var fast = CompletableFuture.supplyAsync(() -> appender.append(one("fast", 0)));
      await().until(this::someoneWaits);
      assertThat(events.page(0, 10)).isEmpty();

      slow.commit();

      assertThat(fast.get()).isEqualTo(2);
      assertThat(events.page(0, 10)).extracting(StoredEvent::globalIndex).containsExactly(1L, 2L);
    }
  }

  private boolean someoneWaits() {
    return JdbcClient.create(database.admin())
            .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            .query(Long.class)
            .single()
        > 0;
  }

  @Test
  void aWriterThatGivesUpHoldsNobodyUp() throws Exception {
    try (Connection given = database.as(DatabaseRole.WRITER).getConnection()) {
      given.setAutoCommit(false);
      given.createStatement().execute(INSERT);
      given.rollback();
    }
    assertThat(appender.append(one("next", 0))).isEqualTo(2);
    assertThat(events.page(0, 10)).hasSize(1);
  }

  @Test
  void aReaderThatFollowsManyWritersMissesNothing() {
    int writers = 4;
    int each = 40;
    var writing =
        IntStream.range(0, writers)
            .mapToObj(w -> CompletableFuture.runAsync(() -> write("stream-" + w, each)))
            .toList();
    var seen = new ArrayList<Long>();
    while (seen.size() < writers * each) {
      long after = seen.isEmpty() ? 0 : seen.getLast();
      events.page(after, 7).stream().map(StoredEvent::globalIndex).forEach(seen::add);
    }
    writing.forEach(CompletableFuture::join);
    assertThat(seen)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
  }

  private void write(String stream, int count) {
    for (int sequence = 0; sequence < count; sequence++) {
      appender.append(one(stream, sequence));
    }
  }

  @Test
  void ofRacersForOneVersionExactlyOneWins() {
    appender.append(one("raced", 0));
    var racers =
        IntStream.range(0, 8).mapToObj(_ -> CompletableFuture.supplyAsync(this::wins)).toList();
    assertThat(racers.stream().filter(CompletableFuture::join)).hasSize(1);
    assertThat(events.ofAggregate("raced")).hasSize(2);
  }

  private boolean wins() {
    try {
      appender.append(one("raced", 1));
      return true;
    } catch (ConcurrencyException e) {
      return false;
    }
  }
}
