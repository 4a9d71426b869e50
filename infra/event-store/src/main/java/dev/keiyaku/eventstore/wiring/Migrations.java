package dev.keiyaku.eventstore.wiring;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * Brings every schema up to date, under the owner's credentials; services starting at once take
 * turns.
 */
public final class Migrations {

  private static final long LOCK = 6184703311L;

  private final String url;
  private final @Nullable String user;
  private final @Nullable String password;

  public Migrations(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Runs what is missing. */
  public void run(List<SchemaModule> modules) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      // Held until the connection ends.
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      modules.forEach(this::run);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The schemas cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private void run(SchemaModule module) {
    Flyway.configure()
        .dataSource(url, user, password)
        .schemas(module.schema())
        .defaultSchema(module.schema())
        .createSchemas(false)
        .table(module.history())
        .locations(module.location())
        // Several modules may share a schema, each with its own history.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
