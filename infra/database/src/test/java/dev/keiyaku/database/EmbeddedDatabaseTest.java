package dev.keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void itIsDurableAndOfVersion18() throws Exception {
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      assertThat(show(database.adminDataSource(), "SHOW fsync")).isEqualTo("on");
      assertThat(show(database.adminDataSource(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(show(database.adminDataSource(), "SHOW server_version")).startsWith("18.");
      assertThat(show(database.adminDataSource(), "SHOW data_checksums")).isEqualTo("on");
    }
  }

  @Test
  void itKeepsItsDataFromOneStartToTheNext() throws Exception {
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      show(database.adminDataSource(), "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1");
    }
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      assertThat(show(database.adminDataSource(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void itStartsAgainAfterItWasKilled() throws Exception {
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      show(database.adminDataSource(), "CREATE TABLE kept AS SELECT 42 AS answer; SELECT 1");
      ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
      database.stopped().get(10, TimeUnit.SECONDS);
      assertThat(database.running()).isFalse();
    }
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      assertThat(show(database.adminDataSource(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void nobodyComesInWithoutAPassword() {
    try (var database = EmbeddedDatabase.start(folder, 0)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aTakenPortIsToldInOneLine() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, socket.getLocalPort()))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessage("Port " + socket.getLocalPort() + " is taken; choose another for PostgreSQL");
    }
  }

  @Test
  void twoServersNeverShareTheirData() {
    try (var first = EmbeddedDatabase.start(folder, 0)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("Another PostgreSQL already runs");
      assertThat(first.running()).isTrue();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldInOneLine() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("below"), 0))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void theProcessIsThePostmasterAndEndsWithItsPipe() throws Exception {
    var database = EmbeddedDatabase.start(folder, 0);
    assertThat(Path.of("/proc/" + database.pid() + "/comm")).hasContent("postgres");
    database.close();
    assertThat(ProcessHandle.of(database.pid())).isEmpty();
  }

  static String show(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      while (!rows) {
        rows = statement.getMoreResults();
      }
      var result = statement.getResultSet();
      result.next();
      return result.getString(1);
    }
  }
}
