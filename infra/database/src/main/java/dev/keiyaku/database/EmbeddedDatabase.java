package dev.keiyaku.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on 127.0.0.1 that belongs to this JVM: durable (fsync and synchronous_commit
 * on), its roles by password, and stopped with the JVM, however that ends. It holds one database,
 * {@code keiyaku}; see {@link DatabaseRoles} for what goes in.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  /** The product's database. */
  public static final String NAME = "keiyaku";

  private final Cluster cluster;
  private final Process process;
  private final int port;

  private EmbeddedDatabase(Cluster cluster, Process process, int port) {
    this.cluster = cluster;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the server on data that is kept.
   *
   * @param folder holds the cluster, the administrator's password (0600) and the log; made when
   *     missing
   * @param port 0 for a free one
   * @throws DatabaseStartException when the port is taken, the folder cannot be written, or another
   *     server uses it
   */
  public static EmbeddedDatabase start(Path folder, int port) {
    return start(new Cluster(folder, false, List.of()), port);
  }

  /**
   * Starts a server on a new folder that is deleted when it stops.
   *
   * @param settings such as {@code fsync=off}, over the usual ones: for tests of what refuses them
   */
  public static EmbeddedDatabase throwAway(String... settings) {
    try {
      Path folder = Files.createTempDirectory("keiyaku-database-");
      return start(new Cluster(folder, true, List.of(settings)), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedDatabase start(Cluster cluster, int port) {
    try {
      var programs = new PostgresPrograms(PostgresBinaries.unpacked());
      cluster.prepare(programs);
      var server = new Startup(cluster, programs).start(port);
      var database = new EmbeddedDatabase(cluster, server.process(), server.port());
      database.createDatabase();
      return database;
    } catch (IOException | SQLException e) {
      throw new DatabaseStartException("PostgreSQL could not be started: " + e, e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = dataSource("postgres", admin()).getConnection();
        Statement statement = connection.createStatement()) {
      var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'");
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + NAME);
      }
    }
  }

  /** The address of {@code keiyaku}, without credentials. */
  public String jdbcUrl() {
    return jdbcUrl(NAME);
  }

  /** The address of a database of this server, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The superuser. No service gets it. */
  public Credentials admin() {
    return cluster.admin();
  }

  /** Unpooled connections to {@code keiyaku} as the superuser. */
  public DataSource adminDataSource() {
    return dataSource(NAME, admin());
  }

  /** Unpooled connections to a database of this server. */
  public DataSource dataSource(String database, Credentials credentials) {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(credentials.user());
    source.setPassword(credentials.password());
    return source;
  }

  /** Where its data, its log and the administrator's password are. */
  public Path folder() {
    return cluster.folder();
  }

  public int port() {
    return port;
  }

  /** The postmaster's process id. */
  public long pid() {
    return process.pid();
  }

  public boolean running() {
    return process.isAlive();
  }

  /** Completes when the server has ended, for whatever reason. */
  public CompletableFuture<?> stopped() {
    return process.onExit();
  }

  /**
   * Stops the server, and waits until it has ended and a throw-away folder is gone. Again does
   * nothing.
   */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      cluster.ended();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
