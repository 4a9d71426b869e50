package dev.keiyaku.eventstore.append;

import static dev.keiyaku.eventstore.append.Requests.append;
import static dev.keiyaku.eventstore.append.Requests.begins;
import static dev.keiyaku.eventstore.append.Requests.claim;
import static dev.keiyaku.eventstore.append.Requests.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.eventstore.ReceiptExistsException;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.StoreBusyException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GroupTest {

  private final TestDatabase database = Schema.fresh();
  private final GroupAppender appender =
      new GroupAppender(database.as(DatabaseRole.WRITER), Requests.KEY);
  private final JdbcClient admin = JdbcClient.create(database.admin());
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void drop() {
    appender.close();
    callers.close();
    database.close();
  }

  private CompletableFuture<Long> send(AppendBatch batch) {
    return CompletableFuture.supplyAsync(() -> appender.append(batch), callers);
  }

  /** All of them in one group: the writer is held up by an append before them until they wait. */
  private List<CompletableFuture<Long>> together(AppendBatch... batches) throws SQLException {
    try (var lock = new WriterLock(database)) {
      send(begins("before"));
      lock.awaitWaiter();
      var sent = List.of(batches).stream().map(this::send).toList();
      await().until(() -> appender.waiting() == batches.length);
      return sent;
    }
  }

  private long count(String table) {
    return admin.sql("SELECT count(*) FROM events." + table).query(Long.class).single();
  }

  private long transactions() {
    return admin
        .sql("SELECT count(DISTINCT xmin::text) FROM events.event")
        .query(Long.class)
        .single();
  }

  @Test
  void whatWaitsIsOneTransaction() throws SQLException {
    var batches =
        IntStream.range(0, 50).mapToObj(i -> append("s" + i, 0, 2, List.of(), receipt("k" + i)));
    var sent = together(batches.toArray(AppendBatch[]::new));

    assertThat(sent).extracting(CompletableFuture::join).doesNotHaveDuplicates();
    assertThat(count("event")).isEqualTo(101);
    assertThat(transactions()).isEqualTo(2);
  }

  @Test
  void eachIsToldTheIndexOfItsOwnLastEvent() throws SQLException {
    var sent = together(append("a", 0, 3, List.of(), null), append("b", 0, 2, List.of(), null));
    assertThat(sent.get(0).join()).isEqualTo(lastIndexOf("a"));
    assertThat(sent.get(1).join()).isEqualTo(lastIndexOf("b"));
  }

  private long lastIndexOf(String stream) {
    return admin
        .sql("SELECT max(global_index) FROM events.event WHERE aggregate_id = ?")
        .param(stream)
        .query(Long.class)
        .single();
  }

  @Test
  void inOneGroupEachConflictGetsItsOwnAnswerAndTheGoodOnesPass() throws SQLException {
    appender.append(begins("old", List.of(claim("C|P", "old")), receipt("used")));
    appender.append(append("old", 1, 1, List.of(), null));

    var sent =
        together(
            begins("good1", List.of(claim("C|Q", "good1")), receipt("k1")),
            append("old", 1, 1, List.of(), receipt("k2")),
            begins("repeated", List.of(), receipt("used")),
            begins("rival", List.of(claim("C|P", "rival")), receipt("k3")),
            begins("old", List.of(), receipt("k4")),
            append("old", 2, 2, List.of(), receipt("k5")),
            begins("good2", List.of(), null));

    assertThat(sent.get(0).join()).isPositive();
    refused(sent.get(1), ConcurrencyException.class);
    refused(sent.get(2), ReceiptExistsException.class);
    refused(sent.get(3), ClaimTakenException.class);
    refused(sent.get(4), AggregateStreamCreationException.class);
    assertThat(sent.get(5).join()).isPositive();
    assertThat(sent.get(6).join()).isPositive();
    assertThat(count("event")).isEqualTo(7);
    assertThat(count("receipt")).isEqualTo(3);
    assertThat(count("claim")).isEqualTo(2);
  }

  @Test
  void ofTwoInOneGroupThatWantTheSameOneGetsIt() throws SQLException {
    var sent =
        together(
            begins("a", List.of(claim("C|P", "a")), null),
            begins("b", List.of(claim("C|P", "b")), null),
            begins("c", List.of(), receipt("k")),
            begins("d", List.of(), receipt("k")),
            begins("e"),
            begins("e"));

    assertThat(sent.stream().map(GroupTest::passed).filter(Boolean::booleanValue)).hasSize(3);
    assertThat(count("event")).isEqualTo(4);
  }

  @Test
  void aRowThatCannotBeStoredHarmsNobodyElse() throws SQLException {
    var sent = together(begins("good"), begins("bad\u0000"));

    assertThat(sent.get(0).join()).isPositive();
    refused(sent.get(1), EventStoreException.class);
  }

  @Test
  void closingAnswersEveryoneAndThenTakesNothingMore() throws SQLException {
    var sent = together(begins("a"), begins("b"), begins("c"));
    appender.close();

    assertThat(sent).allMatch(each -> each.isDone() && passed(each));
    assertThatThrownBy(() -> appender.append(begins("late")))
        .isInstanceOf(StoreBusyException.class);
    assertThat(count("event")).isEqualTo(4);
  }

  @Test
  void whoeverComesWhenTooManyWaitIsTurnedAwayAtOnce() throws SQLException {
    try (var lock = new WriterLock(database)) {
      send(begins("first"));
      lock.awaitWaiter();
      IntStream.range(0, 4096).forEach(i -> send(begins("s" + i)));
      await().until(() -> appender.waiting() == 4096);

      assertThatThrownBy(() -> appender.append(begins("more")))
          .isInstanceOf(StoreBusyException.class);
    }
    await().until(() -> count("event") == 4097);
  }

  private static boolean passed(CompletableFuture<Long> sent) {
    return sent.handle((_, refused) -> refused == null).join();
  }

  private static void refused(CompletableFuture<Long> sent, Class<? extends Throwable> kind) {
    assertThatThrownBy(sent::join).cause().isExactlyInstanceOf(kind);
  }
}
