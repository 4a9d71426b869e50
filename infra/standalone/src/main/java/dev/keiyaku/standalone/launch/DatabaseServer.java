package dev.keiyaku.standalone.launch;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.DatabaseRoles;
import dev.keiyaku.database.DatabaseStartException;
import dev.keiyaku.database.EmbeddedDatabase;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

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
      throw new Refusal(jdbcUrl + " cannot be given its roles", cause);
    }
  }

  void stop() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
