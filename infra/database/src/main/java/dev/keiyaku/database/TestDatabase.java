package dev.keiyaku.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * An empty database for a test, with the product's roles, on one throw-away server per JVM. Nothing
 * is left behind when the JVM ends; {@link #close} only frees the database earlier.
 */
public final class TestDatabase implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedDatabase server;
  private final String name;

  private TestDatabase(EmbeddedDatabase server, String name) {
    this.server = server;
    this.name = name;
  }

  /** A new database with the roles, schemas and walls of {@code roles.sql}, and no table. */
  public static TestDatabase fresh() {
    return freshOn(Server.RUNNING);
  }

  /** The same on a server of the test's own. */
  public static TestDatabase freshOn(EmbeddedDatabase server) {
    var database = new TestDatabase(server, "test_" + COUNT.incrementAndGet());
    try {
      database.administer("CREATE DATABASE " + database.name);
      DatabaseRoles.provision(database.admin(), passwords());
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<DatabaseRole, String> passwords() {
    return Arrays.stream(DatabaseRole.values())
        .collect(Collectors.toMap(Function.identity(), DatabaseRole::user));
  }

  /** The database's address, without credentials. */
  public String url() {
    return server.jdbcUrl(name);
  }

  /** The server, for tests that kill it. */
  public EmbeddedDatabase server() {
    return server;
  }

  /** Unpooled connections as the superuser. */
  public DataSource admin() {
    return server.dataSource(name, server.admin());
  }

  /** Unpooled connections as a role. */
  public DataSource as(DatabaseRole role) {
    return server.dataSource(name, credentials(role));
  }

  /** A role's name and password in every test database. */
  public Credentials credentials(DatabaseRole role) {
    return new Credentials(role.user(), role.user());
  }

  /**
   * What a service needs to start on this database: its data source as the role, the owner's
   * credentials for Flyway, and fixed keys.
   */
  public Map<String, String> properties(DatabaseRole role) {
    var properties = new LinkedHashMap<String, String>();
    properties.put("spring.datasource.url", url());
    properties.put("spring.datasource.username", credentials(role).user());
    properties.put("spring.datasource.password", credentials(role).password());
    properties.put("spring.flyway.user", credentials(DatabaseRole.OWNER).user());
    properties.put("spring.flyway.password", credentials(DatabaseRole.OWNER).password());
    if (role == DatabaseRole.WRITER) {
      properties.put("keiyaku.writer-key", key('w'));
    }
    properties.put("keiyaku.vault.master-key", key('m'));
    return properties;
  }

  /**
   * The same as {@code name=value} pairs, as {@code ApplicationContextRunner} and Spring's tests
   * take them.
   */
  public String[] pairs(DatabaseRole role) {
    return properties(role).entrySet().stream()
        .map(property -> property.getKey() + "=" + property.getValue())
        .toArray(String[]::new);
  }

  private static String key(char letter) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) letter);
    return Base64.getEncoder().encodeToString(key);
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = server.dataSource("postgres", server.admin()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Server {
    static final EmbeddedDatabase RUNNING = start();

    private static EmbeddedDatabase start() {
      EmbeddedDatabase server = EmbeddedDatabase.throwAway();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
      return server;
    }
  }
}
