package dev.keiyaku.eventstore.append;

import static dev.keiyaku.eventstore.append.Requests.append;
import static dev.keiyaku.eventstore.append.Requests.begins;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import dev.keiyaku.eventstore.append.Wire.Cut;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wire is cut after COMMIT was sent, before its answer is heard: a real pool, a real wire. */
class InDoubtOnTheWireTest {

  private static final AppendBatch REQUEST =
      append("s", 0, 2, List.of(Requests.claim("C|P", "s")), Requests.receipt("k"));

  private final TestDatabase database = Schema.fresh();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aCommitWhoseAnswerIsLostIsAnsweredAsWritten() throws IOException {
    assertThat(appended(Cut.BEFORE_ITS_ANSWER_ARRIVES)).isEqualTo(stored("max(global_index)"));
    assertThat(stored("count(*)")).isEqualTo(2);
  }

  @Test
  void aCommitThatNeverArrivesIsAnsweredAsNotWritten() {
    assertThatThrownBy(() -> appended(Cut.BEFORE_IT_ARRIVES))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining("Could not append");
    assertThat(stored("count(*)")).isZero();
  }

  @RepeatedTest(5)
  void whicheverItWasIsAnswered() throws IOException {
    OptionalLong answer;
    try {
      answer = OptionalLong.of(appended(Cut.WHILE_IT_IS_UNDER_WAY));
    } catch (EventStoreException e) {
      assertThat(e).hasMessageContaining("Could not append");
      answer = OptionalLong.empty();
    }
    assertThat(stored("count(*)")).isEqualTo(answer.isPresent() ? 2 : 0);
    answer.ifPresent(index -> assertThat(index).isEqualTo(stored("max(global_index)")));
  }

  /** And whoever comes afterwards is served over the same pool. */
  private long appended(Cut cut) throws IOException {
    try (var wire = new Wire(database.server().port(), cut);
        var pool = pool(wire.port());
        var appender = new GroupAppender(pool, Requests.KEY)) {
      try {
        return appender.append(REQUEST);
      } finally {
        assertThat(wire.isCut()).isTrue();
        long before = stored("count(*)");
        appender.append(begins("next"));
        assertThat(stored("count(*)")).isEqualTo(before);
      }
    }
  }

  private HikariDataSource pool(int port) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.url().replace(":" + database.server().port(), ":" + port));
    pool.setUsername(database.credentials(DatabaseRole.WRITER).user());
    pool.setPassword(database.credentials(DatabaseRole.WRITER).password());
    pool.setMaximumPoolSize(3);
    return pool;
  }

  private long stored(String what) {
    return JdbcClient.create(database.admin())
        .sql("SELECT coalesce(" + what + ", 0) FROM events.event WHERE aggregate_id = 's'")
        .query(Long.class)
        .single();
  }
}
