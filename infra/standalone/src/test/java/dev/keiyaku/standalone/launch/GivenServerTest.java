package dev.keiyaku.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code KEIYAKU_DATABASE_URL} does: a server that somebody else starts and stops. */
class GivenServerTest {

  private final TestDatabase database = TestDatabase.fresh();

  @TempDir Path folder;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void withoutAUrlTheEmbeddedServerIsUsed() {
    assertThat(DatabaseServer.given(Map.of())).isNull();
    assertThat(DatabaseServer.given(Map.of("KEIYAKU_DATABASE_URL", " "))).isNull();
  }

  @Test
  void itGetsTheRolesAndIsNotStoppedWithTheRun() throws SQLException {
    DatabaseServer server = given(Map.of());
    for (DatabaseRole role : DatabaseRole.values()) {
      server.provision(Map.of(role, database.credentials(role).password()));
    }
    server.stop();
    execute(database.as(DatabaseRole.WRITER), "SELECT 1");
    assertThat(database.server().running()).isTrue();
  }

  @Test
  void theServicesAreSentThereWithTheirOwnRolesAndNeverTheAdministrators() {
    Home home = new Home(folder);
    home.prepare();
    Settings settings = Settings.of(environment(Map.of("KEIYAKU_PORT_GATEWAY", "0")));
    Secrets secrets = Secrets.open(home, settings.given());
    Services services = new Services(settings, secrets, database.url());
    assertThat(services.withDatabase(DatabaseRole.WRITER))
        .containsEntry("spring.datasource.url", database.url())
        .containsEntry("spring.datasource.username", "keiyaku_writer")
        .containsEntry("spring.flyway.user", "keiyaku_owner")
        .doesNotContainValue(database.server().admin().password());
  }

  @Test
  void userAndPasswordAreAskedFor() {
    String url = database.url();
    refuses(Map.of("KEIYAKU_DATABASE_URL", url), "KEIYAKU_DATABASE_USER");
    refuses(Map.of("KEIYAKU_DATABASE_URL", url, "KEIYAKU_DATABASE_USER", "x"), "_PASSWORD");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    refuses(environment(Map.of("KEIYAKU_DATABASE_URL", "postgres://x/y")), "jdbc:postgresql:");
  }

  @Test
  void credentialsInTheAddressAreRefusedAndNotRepeated() {
    String url = database.url() + "?ssl=false&password=hunter2";
    assertThat(refuses(environment(Map.of("KEIYAKU_DATABASE_URL", url)), "_PASSWORD"))
        .doesNotContain("hunter2");
  }

  @Test
  void aWrongPasswordIsToldInOneLineAndNotRepeated() {
    DatabaseServer server = given(Map.of("KEIYAKU_DATABASE_PASSWORD", "hunter2"));
    assertThat(refusal(() -> server.provision(Map.of())))
        .contains(database.url(), "password authentication failed")
        .doesNotContain("hunter2");
  }

  @Test
  void aServerThatIsNotThereIsToldInOneLine() {
    DatabaseServer server =
        given(Map.of("KEIYAKU_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/keiyaku"));
    assertThat(refusal(() -> server.provision(Map.of())))
        .contains("127.0.0.1:1", "cannot be used", "refused");
  }

  @Test
  void newKeysAreNotMadeOverTheEventsOfOthers() throws SQLException {
    Home home = new Home(folder);
    home.prepare();
    DatabaseServer server = given(Map.of());
    assertThat(server.holdsEvents()).isFalse();
    execute(database.admin(), "CREATE TABLE events.event AS SELECT 1 AS global_index");
    assertThat(refusal(() -> Secrets.open(home, server)))
        .contains("keys.properties is missing", database.url());
    assertThat(Files.exists(home.secrets().resolve("keys.properties"))).isFalse();
  }

  private DatabaseServer given(Map<String, String> environment) {
    return Objects.requireNonNull(DatabaseServer.given(environment(environment)));
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("KEIYAKU_HOME", folder.toString());
    all.put("KEIYAKU_DATABASE_URL", database.url());
    all.put("KEIYAKU_DATABASE_USER", database.server().admin().user());
    all.put("KEIYAKU_DATABASE_PASSWORD", database.server().admin().password());
    all.putAll(more);
    return all;
  }

  private static String refuses(Map<String, String> environment, String word) {
    String said = refusal(() -> DatabaseServer.given(environment));
    assertThat(said).contains(word);
    return said;
  }

  private static String refusal(Runnable what) {
    Refusal[] refusal = new Refusal[1];
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what::run)
        .satisfies(thrown -> refusal[0] = thrown);
    String said = Objects.requireNonNull(refusal[0].getMessage());
    assertThat(said).hasLineCount(1);
    return said;
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
