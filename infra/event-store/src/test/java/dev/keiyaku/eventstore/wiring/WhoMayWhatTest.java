package dev.keiyaku.eventstore.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayWhatTest {

  private static final String COLUMNS =
      "event_id, aggregate_type, aggregate_id, sequence, name, revision, recorded_at, payload,"
          + " metadata, mac";
  private static final String VALUES =
      "gen_random_uuid(), 'Subscription', gen_random_uuid()::text, 0, 'n', 1, now(), '{}', '{}',"
          + " sha256('m')";
  private static final String INSERT =
      "INSERT INTO events.event (" + COLUMNS + ") VALUES (" + VALUES + ")";

  private final TestDatabase database = Schema.fresh();

  @AfterAll
  void drop() {
    database.close();
  }

  private static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void refused(DataSource source, String sql) {
    assertThatThrownBy(() -> run(source, sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyChangesWhatIsRecorded(DatabaseRole role) throws SQLException {
    run(database.as(DatabaseRole.WRITER), INSERT);
    for (String table : new String[] {"events.event", "events.receipt"}) {
      refused(database.as(role), "DELETE FROM " + table);
      refused(database.as(role), "TRUNCATE " + table);
    }
    refused(database.as(role), "UPDATE events.event SET payload = '[]'");
    refused(database.as(role), "UPDATE events.receipt SET body = '[]'");
  }

  @Test
  void notEvenASuperuserByMistake() throws SQLException {
    run(database.as(DatabaseRole.WRITER), INSERT);
    refused(database.admin(), "UPDATE events.event SET payload = '[]'");
    refused(database.admin(), "DELETE FROM events.event");
    refused(database.admin(), "TRUNCATE events.event");
  }

  @Test
  void theWriterAppendsAndReads() {
    assertThatCode(() -> run(database.as(DatabaseRole.WRITER), INSERT)).doesNotThrowAnyException();
    assertThatCode(() -> run(database.as(DatabaseRole.WRITER), "SELECT * FROM events.event"))
        .doesNotThrowAnyException();
  }

  @Test
  void theWriterCannotChooseAnIndex() {
    refused(
        database.as(DatabaseRole.WRITER),
        "INSERT INTO events.event (global_index, "
            + COLUMNS
            + ") OVERRIDING SYSTEM VALUE VALUES (99, "
            + VALUES
            + ")");
  }

  @ParameterizedTest
  @EnumSource(names = {"PROJECTOR", "SEALER"})
  void readersOnlyRead(DatabaseRole role) {
    refused(database.as(role), INSERT);
    assertThatCode(() -> run(database.as(role), "SELECT * FROM events.event"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "PROJECTOR, events.claim",
    "PROJECTOR, events.receipt",
    "SEALER, events.claim",
    "SEALER, events.receipt",
    "SEALER, keys.subject_key",
    "SEALER, projection.token_entry",
    "WRITER, projection.token_entry",
    "WRITER, projection.dead_letter"
  })
  void whatConcernsOthersIsNotEvenRead(DatabaseRole role, String table) {
    refused(database.as(role), "SELECT * FROM " + table);
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITER", "PROJECTOR", "SEALER"})
  void noServiceErasesKeys(DatabaseRole role) {
    refused(database.as(role), "UPDATE keys.subject_key SET wrapped = NULL");
    refused(database.as(role), "DELETE FROM keys.subject_key");
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITER", "PROJECTOR", "SEALER"})
  void noServiceSwitchesTheTriggersOff(DatabaseRole role) {
    refused(database.as(role), "ALTER TABLE events.event DISABLE TRIGGER ALL");
    refused(database.as(role), "SET session_replication_role = replica");
  }

  @Test
  void servicesThatStartTogetherTakeTurns() {
    try (TestDatabase fresh = TestDatabase.fresh()) {
      Stream.generate(() -> CompletableFuture.runAsync(() -> Schema.migrate(fresh)))
          .limit(3)
          .toList()
          .forEach(CompletableFuture::join);
    }
  }
}
