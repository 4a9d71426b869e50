package dev.keiyaku.benchmarks.database;

import dev.keiyaku.benchmarks.Unable;
import dev.keiyaku.database.Credentials;
import dev.keiyaku.database.DatabaseStartException;
import dev.keiyaku.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The PostgreSQL that is measured on: embedded, on a real disk and durable, or the one that {@code
 * KEIYAKU_DATABASE_URL} names. A given one belongs to the benchmarks alone: they set the passwords
 * of the product's roles and make databases.
 *
 * @param embedded null when the server was given
 */
public record Server(String url, Credentials admin, @Nullable EmbeddedDatabase embedded)
    implements AutoCloseable {

  private static final String URL = "KEIYAKU_DATABASE_URL";

  /**
   * Starts or finds it.
   *
   * @param folder for the embedded one's data
   */
  public static Server open(Map<String, String> environment, Path folder) {
    String given = environment.getOrDefault(URL, "").strip();
    if (!given.isEmpty()) {
      return new Server(given, givenAdmin(environment), null);
    }
    try {
      var server = EmbeddedDatabase.start(folder, 0);
      return new Server(server.jdbcUrl(), server.admin(), server);
    } catch (DatabaseStartException cause) {
      throw new Unable("PostgreSQL did not start", cause);
    }
  }

  private static Credentials givenAdmin(Map<String, String> environment) {
    String user = environment.get(URL.replace("URL", "USER"));
    String password = environment.get(URL.replace("URL", "PASSWORD"));
    if (user == null || password == null) {
      throw new Unable(URL + " is set: set KEIYAKU_DATABASE_USER and _PASSWORD too");
    }
    return new Credentials(user, password);
  }

  /** Unpooled connections to one of its databases as the superuser. */
  PGSimpleDataSource admin(String database) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setDatabaseName(database);
    source.setUser(admin.user());
    source.setPassword(admin.password());
    return source;
  }

  private JdbcClient postgres() {
    return JdbcClient.create(admin("postgres"));
  }

  /** Makes an empty database. */
  public Ground fresh(String name) throws SQLException {
    postgres().sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
    postgres().sql("CREATE DATABASE " + name).update();
    return Ground.provisioned(this, name);
  }

  /** Makes a database with all that another holds, to which nobody is connected. */
  public Ground copy(Ground of, String name) throws SQLException {
    drop(name);
    postgres().sql("CREATE DATABASE " + name + " TEMPLATE " + of.name()).update();
    return Ground.provisioned(this, name);
  }

  void drop(String name) {
    postgres().sql("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)").update();
  }

  public String version() {
    return setting("server_version");
  }

  /**
   * Figures of a server that forgets are worth nothing.
   *
   * @throws Unable when it does not flush before it says that it committed
   */
  public void expectDurable() {
    for (String name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      if (!setting(name).equals("on")) {
        throw new Unable("this PostgreSQL has " + name + " = " + setting(name) + "; set it on");
      }
    }
  }

  private String setting(String name) {
    return postgres().sql("SHOW " + name).query(String.class).single();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close();
    }
  }
}
