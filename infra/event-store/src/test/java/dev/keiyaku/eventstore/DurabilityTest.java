package dev.keiyaku.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.EmbeddedDatabase;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.wiring.WiringRefusedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No service starts where an acknowledged event could be lost, and it says why in one line. */
@ExtendWith(OutputCaptureExtension.class)
class DurabilityTest {

  @ParameterizedTest
  @EnumSource(names = {"WRITER", "PROJECTOR"})
  void aServerThatDoesNotSyncIsRefused(DatabaseRole role, CapturedOutput said) {
    try (var server = EmbeddedDatabase.throwAway("fsync=off");
        var database = TestDatabase.freshOn(server)) {
      refuses(database, role, "fsync is off: what is acknowledged could be lost", said);
    }
  }

  @Test
  void commitsThatDoNotWaitAreRefused(CapturedOutput said) throws SQLException {
    try (var database = TestDatabase.fresh()) {
      administer(database, "ALTER ROLE keiyaku_writer IN DATABASE %s SET synchronous_commit = off");
      refuses(
          database,
          DatabaseRole.WRITER,
          "synchronous_commit is off: what is acknowledged could be lost",
          said);
    }
  }

  @Test
  void aStandbyThatConfirmsAfterwardsIsNotRefused() throws SQLException {
    try (var database = TestDatabase.fresh()) {
      administer(database, "ALTER DATABASE %s SET synchronous_commit = local");
      try (var service = Services.writer(database)) {
        assertThat(service.isRunning()).isTrue();
      }
    }
  }

  private static void refuses(
      TestDatabase database, DatabaseRole role, String reason, CapturedOutput said) {
    assertThatThrownBy(() -> Services.start(database, role, Map.of()).close())
        .isInstanceOf(WiringRefusedException.class)
        .hasMessage(reason);
    assertThat(said.getOut().lines())
        .containsSubsequence("Description:", "", reason)
        .as("no stack trace")
        .noneMatch(line -> line.startsWith("\tat "));
  }

  private static void administer(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(connection.getCatalog()));
    }
  }
}
