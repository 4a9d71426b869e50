package dev.keiyaku.eventstore.append;

import static dev.keiyaku.eventstore.append.Requests.append;
import static dev.keiyaku.eventstore.append.Requests.begins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.Uuid7;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PremisesTest {

  private final TestDatabase database = Schema.fresh();
  private final GroupAppender appender =
      new GroupAppender(database.as(DatabaseRole.WRITER), Requests.KEY);
  private final GroupAppender elsewhere =
      new GroupAppender(database.as(DatabaseRole.WRITER), Requests.KEY);

  @AfterEach
  void drop() {
    appender.close();
    elsewhere.close();
    database.close();
  }

  private static AppendBatch on(AppendBatch batch, Premise... premises) {
    return new AppendBatch(batch.events(), List.of(), null, List.of(), Set.of(premises));
  }

  private static AppendBatch with(NewKey key) {
    return new AppendBatch(begins(key.subject()).events(), List.of(), null, List.of(key), Set.of());
  }

  private static NewKey key(String subject) {
    return new NewKey(Uuid7.text(), subject, new byte[] {1}, Instant.EPOCH);
  }

  private long events() {
    return JdbcClient.create(database.admin())
        .sql("SELECT count(*) FROM events.event")
        .query(Long.class)
        .single();
  }

  @Test
  void aDecisionOnAStreamThatStandsIsWritten() {
    appender.append(append("terms", 0, 2, List.of(), null));

    assertThat(appender.append(on(begins("s"), new Premise.StreamStands("terms", 1)))).isEqualTo(3);
  }

  @Test
  void aDecisionOnAStreamThatHasGrownIsToBeMadeAgainAndOthersPass() throws SQLException {
    appender.append(begins("terms"));
    var behind = new Premise.StreamStands("terms", -1);
    CompletableFuture<Long> outdated;
    CompletableFuture<Long> good;
    try (var lock = new WriterLock(database)) {
      var first = CompletableFuture.supplyAsync(() -> appender.append(begins("first")));
      lock.awaitWaiter();
      outdated =
          CompletableFuture.supplyAsync(() -> appender.append(on(begins("outdated"), behind)));
      good = CompletableFuture.supplyAsync(() -> appender.append(begins("good")));
      await().until(() -> appender.waiting() == 2);
      assertThat(first).isNotDone();
    }

    assertThatThrownBy(outdated::join).hasCauseExactlyInstanceOf(ConcurrencyException.class);
    assertThat(good.join()).isPositive();
    assertThat(events()).isEqualTo(3);
  }

  /** The version is on its way, on another node, when the decision comes to be written. */
  @Test
  void whatAnotherNodeCommitsWhileTheDecisionWaitsIsSeen() throws SQLException {
    CompletableFuture<Long> published;
    CompletableFuture<Long> decided;
    try (var lock = new WriterLock(database)) {
      published = CompletableFuture.supplyAsync(() -> elsewhere.append(begins("terms")));
      lock.awaitWaiter();
      decided =
          CompletableFuture.supplyAsync(
              () -> appender.append(on(begins("s"), new Premise.StreamStands("terms", -1))));
      await().until(() -> WriterLock.waiters(database).size() == 2);
    }

    assertThat(published.join()).isPositive();
    assertThatThrownBy(decided::join).hasCauseExactlyInstanceOf(ConcurrencyException.class);
  }

  @Test
  void aKeyIsWrittenWithTheFirstTextUnderIt() {
    var key = key("C1");
    appender.append(with(key));

    assertThat(appender.append(on(begins("s"), new Premise.KeyLives(key.keyId())))).isEqualTo(2);
  }

  @Test
  void ofTwoKeysForOneSubjectTheSecondIsToBeDecidedAgain() {
    appender.append(with(key("C1")));
    var second =
        new AppendBatch(begins("x").events(), List.of(), null, List.of(key("C1")), Set.of());

    assertThatThrownBy(() -> appender.append(second))
        .isExactlyInstanceOf(ConcurrencyException.class);
    assertThat(events()).isEqualTo(1);
  }

  @Test
  void ofTwoKeysForOneSubjectInOneGroupOneIsWritten() throws SQLException {
    CompletableFuture<Long> one;
    CompletableFuture<Long> other;
    try (var lock = new WriterLock(database)) {
      CompletableFuture.runAsync(() -> appender.append(begins("before")));
      lock.awaitWaiter();
      one = CompletableFuture.supplyAsync(() -> appender.append(with(key("C1"))));
      await().until(() -> appender.waiting() == 1);
      var again =
          new AppendBatch(begins("x").events(), List.of(), null, List.of(key("C1")), Set.of());
      other = CompletableFuture.supplyAsync(() -> appender.append(again));
      await().until(() -> appender.waiting() == 2);
    }

    assertThat(one.join()).isPositive();
    assertThatThrownBy(other::join).hasCauseExactlyInstanceOf(ConcurrencyException.class);
    assertThat(events()).isEqualTo(2);
  }

  @Test
  void nothingIsWrittenUnderAKeyThatIsErased() {
    var key = key("C1");
    appender.append(with(key));
    JdbcClient.create(database.admin()).sql("UPDATE keys.subject_key SET wrapped = NULL").update();

    assertThatThrownBy(() -> appender.append(on(begins("s"), new Premise.KeyLives(key.keyId()))))
        .isExactlyInstanceOf(ConcurrencyException.class);
    assertThat(events()).isEqualTo(1);
  }
}
