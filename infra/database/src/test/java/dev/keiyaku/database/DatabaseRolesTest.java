package dev.keiyaku.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseRolesTest {

  @Test
  void provisioningAgainChangesNothing() throws Exception {
    try (var database = TestDatabase.fresh()) {
      DatabaseRoles.provision(database.admin(), Map.of());
      assertThat(EmbeddedDatabaseTest.show(database.as(DatabaseRole.WRITER), "SELECT current_user"))
          .isEqualTo("keiyaku_writer");
    }
  }

  @Test
  void anOlderServerIsToldSoBeforeAnythingIsChanged() throws Exception {
    try (var database = TestDatabase.fresh()) {
      var ofTomorrow = DatabaseRoles.sql().replace("< 180000", "< 990000");
      assertThatThrownBy(() ->
              EmbeddedDatabaseTest.show(database.admin(), "CREATE TABLE before (); " + ofTomorrow))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("PostgreSQL 18 or newer is needed; this server is 18.");
      assertThat(EmbeddedDatabaseTest.show(database.admin(), "SELECT to_regclass('before')"))
          .as("it was one transaction")
          .isNull();
    }
  }

  @Test
  void severalDatabasesAreProvisionedAtOnce() {
    var all =
        Stream.generate(() -> CompletableFuture.supplyAsync(TestDatabase::fresh)).limit(4).toList();
    all.forEach(fresh -> fresh.join().close());
  }

  @ParameterizedTest
  @EnumSource
  void nobodyCreatesTablesInThePublicSchema(DatabaseRole role) {
    try (var database = TestDatabase.fresh()) {
      assertThatThrownBy(() ->
              EmbeddedDatabaseTest.show(database.as(role), "CREATE TABLE public.mine (); SELECT 1"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
  void onlyTheOwnerMakesTablesInTheProductsSchemas(DatabaseRole role) {
    try (var database = TestDatabase.fresh()) {
      for (String schema : new String[] {"events", "keys", "projection"}) {
        assertThatThrownBy(() ->
                EmbeddedDatabaseTest.show(
                    database.as(role), "CREATE TABLE " + schema + ".mine (); SELECT 1"))
            .isInstanceOfSatisfying(
                SQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      }
    }
  }

  @Test
  void whatTheOwnerMakesForProjectionsTheProjectorWrites() throws Exception {
    try (var database = TestDatabase.fresh()) {
      EmbeddedDatabaseTest.show(
          database.as(DatabaseRole.OWNER), "CREATE TABLE projection.seen (id int); SELECT 1");
      var projector = database.as(DatabaseRole.PROJECTOR);
      EmbeddedDatabaseTest.show(projector, "INSERT INTO projection.seen VALUES (1); SELECT 1");
      assertThat(EmbeddedDatabaseTest.show(projector, "SELECT id FROM projection.seen"))
          .isEqualTo("1");
    }
  }
}
