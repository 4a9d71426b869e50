package dev.keiyaku.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.ClaimTakenException;
import dev.keiyaku.eventstore.Receipt;
import dev.keiyaku.eventstore.ReceiptExistsException;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.Uuid7;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RaceTest {

  private static final String LOCK = "SELECT pg_advisory_xact_lock(4923487612)";

  private final TestDatabase database = Schema.fresh();
  private final GroupAppender appender =
      new GroupAppender(database.as(DatabaseRole.WRITER), Requests.KEY);
  private final JdbcClient admin = JdbcClient.create(database.admin());

  @AfterEach
  void drop() {
    appender.close();
    database.close();
  }

  private static AppendBatch begins(String stream, List<Claim> claims, @Nullable Receipt receipt) {
    var row = new EventRow(Uuid7.text(), "T", stream, 0, "n", 1, null, Instant.EPOCH, "{}", "{}");
    return new AppendBatch(List.of(row), claims, receipt);
  }

  private long events() {
    return admin.sql("SELECT count(*) FROM events.event").query(Long.class).single();
  }

  /** The refusals of eight at once. */
  private List<Throwable> refusalsOfEight(Supplier<AppendBatch> batches) {
    var racers =
        Stream.generate(batches)
            .limit(8)
            .map(batch -> CompletableFuture.supplyAsync(() -> appender.append(batch)))
            .toList();
    return racers.stream()
        .flatMap(racer -> racer.handle((_, refused) -> Stream.ofNullable(refused)).join())
        .map(Throwable::getCause)
        .toList();
  }

  @Test
  void ofRacersForAClaimOneWinsAndTheOthersLearnItsHolder() {
    var refusals =
        refusalsOfEight(() -> {
          String id = Uuid7.text();
          return begins(id, List.of(new Claim("C|P", id, Instant.EPOCH, null)), null);
        });

    String winner = admin.sql("SELECT aggregate_id FROM events.event").query(String.class).single();
    assertThat(refusals).hasSize(7);
    assertThat(refusals)
        .allSatisfy(refused ->
            assertThat(refused)
                .isInstanceOfSatisfying(
                    ClaimTakenException.class,
                    taken -> assertThat(taken.holder()).isEqualTo(winner)));
  }

  @Test
  void ofRetriesOfOneRequestOneIsWritten() {
    var receipt = new Receipt("agent", "key", new byte[32], 201, null, 0, "{}");
    var refusals = refusalsOfEight(() -> begins(Uuid7.text(), List.of(), receipt));

    assertThat(refusals).hasSize(7);
    assertThat(refusals).hasOnlyElementsOfType(ReceiptExistsException.class);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void requestsThatClaimTheSameKeysInOppositeOrderDoNotLockUp() {
    var turn = new AtomicInteger();
    var refusals =
        refusalsOfEight(() -> {
          String id = Uuid7.text();
          var claims =
              List.of(
                  new Claim("A", id, Instant.EPOCH, null), new Claim("B", id, Instant.EPOCH, null));
          boolean forward = turn.getAndIncrement() % 2 == 0;
          return begins(id, forward ? claims : claims.reversed(), null);
        });

    assertThat(refusals).hasSize(7);
    assertThat(refusals).hasOnlyElementsOfType(ClaimTakenException.class);
  }

  @Test
  void aConnectionThatBreaksLeavesNothingHalfWritten() throws SQLException {
    try (Connection holder = database.admin().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute(LOCK);
      var receipt = new Receipt("agent", "key", new byte[32], 201, null, 0, "{}");
      var claim = new Claim("C|P", "s", Instant.EPOCH, null);
      var append =
          CompletableFuture.supplyAsync(
              () -> appender.append(begins("s", List.of(claim), receipt)));
      await().until(() -> terminateWaiting() > 0);

      assertThatThrownBy(append::join).hasCauseInstanceOf(EventStoreException.class);
    }
    assertThat(events()).isZero();
    assertThat(admin.sql("SELECT count(*) FROM events.claim").query(Long.class).single()).isZero();
    assertThat(admin.sql("SELECT count(*) FROM events.receipt").query(Long.class).single())
        .isZero();
  }

  private int terminateWaiting() {
    return admin
        .sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT"
                + " granted")
        .query(Boolean.class)
        .list()
        .size();
  }
}
