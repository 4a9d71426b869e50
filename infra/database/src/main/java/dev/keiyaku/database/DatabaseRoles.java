package dev.keiyaku.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Gives a database the roles, schemas and walls of {@code roles.sql}. */
public final class DatabaseRoles {

  private DatabaseRoles() {}

  /** The text of {@code roles.sql}, for an administrator who runs it by hand. */
  public static String sql() {
    try (InputStream in = DatabaseRoles.class.getResourceAsStream("roles.sql")) {
      return new String(
          Objects.requireNonNull(in, "roles.sql").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Creates what is missing and sets the passwords given; again on a provisioned database changes
   * nothing else.
   *
   * @param admin connects to the product's database as a superuser
   * @param passwords a role that is missing keeps the password it has
   */
  public static void provision(DataSource admin, Map<DatabaseRole, String> passwords)
      throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql());
      for (var entry : passwords.entrySet()) {
        statement.execute(
            "ALTER ROLE "
                + entry.getKey().user()
                + " PASSWORD "
                + statement.enquoteLiteral(entry.getValue()));
      }
      connection.commit();
    }
  }
}
