package dev.keiyaku.standalone.launch;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.DatabaseRoles;
import dev.keiyaku.database.DatabaseStartException;
import dev.keiyaku.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database of a run: the embedded server, or one that {@code KEIYAKU_DATABASE_URL} names.
 *
 * @param admin connects as a superuser, to provision the roles
 * @param embedded null when the server is somebody else's, who starts and stops it
 */
record DatabaseServer(String jdbcUrl, DataSource admin, @Nullable EmbeddedDatabase embedded) {

  private static final String URL = "KEIYAKU_DATABASE_URL";
  private static final String USER = "KEIYAKU_DATABASE_USER";
  private static final String PASSWORD = "KEIYAKU_DATABASE_PASSWORD";

  static @Nullable DatabaseServer given(Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "").strip();
    if (url.isEmpty()) {
      return null;
    }
    if (!environment.containsKey(USER) || !environment.containsKey(PASSWORD)) {
      throw new Refusal(URL + " is set: set " + USER + " and " + PASSWORD + " too");
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Refusal(URL + " must look like jdbc:postgresql://host:5432/database");
    }
    // Services get the URL too, and what stands in it would win over their own role.
    if (url.matches(".*[?&](user|password)=.*")) {
      throw new Refusal(URL + " names a user or password: use " + USER + " and " + PASSWORD);
    }
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(environment.get(USER));
    source.setPassword(environment.get(PASSWORD));
    source.setConnectTimeout(10);
    return new DatabaseServer(url, source, null);
  }

  static DatabaseServer embedded(Home home, Ports ports) {
    try {
      var server = EmbeddedDatabase.start(home.database(), ports.of(Ports.Part.DATABASE));
      return new DatabaseServer(server.jdbcUrl(), server.adminDataSource(), server);
    } catch (DatabaseStartException cause) {
      throw new Refusal("PostgreSQL did not start", cause);
    }
  }

  void provision(Map<DatabaseRole, String> passwords) {
    try {
      DatabaseRoles.provision(admin, passwords);
    } catch (SQLException cause) {
      throw refused(cause);
    }
  }

  /** Whether somebody has recorded events here. */
  boolean holdsEvents() {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      var table = statement.executeQuery("SELECT to_regclass('events.event') IS NOT NULL");
      if (!table.next() || !table.getBoolean(1)) {
        return false;
      }
      var events = statement.executeQuery("SELECT FROM events.event LIMIT 1");
      return events.next();
    } catch (SQLException cause) {
      throw refused(cause);
    }
  }

  /** The server's own sentence where it gave one, without where in our script it was said. */
  private Refusal refused(SQLException cause) {
    @Nullable ServerErrorMessage said =
        cause instanceof PSQLException its ? its.getServerErrorMessage() : null;
    return said == null || said.getMessage() == null
        ? new Refusal(jdbcUrl + " cannot be used", cause)
        : new Refusal(jdbcUrl + " cannot be used: " + said.getMessage());
  }

  void stop() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
