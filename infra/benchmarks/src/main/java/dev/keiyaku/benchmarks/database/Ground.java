package dev.keiyaku.benchmarks.database;

import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.DatabaseRoles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database with the product's roles, whose passwords are their names, and fixed keys. */
public record Ground(Server server, String name) implements AutoCloseable {

  static Ground provisioned(Server server, String name) throws SQLException {
    var ground = new Ground(server, name);
    ground.provision();
    return ground;
  }

  /** Makes what is missing of roles and schemas. */
  public void provision() throws SQLException {
    Map<DatabaseRole, String> passwords =
        Arrays.stream(DatabaseRole.values())
            .collect(Collectors.toMap(Function.identity(), DatabaseRole::user));
    DatabaseRoles.provision(server.admin(name), passwords);
  }

  /** As the superuser. */
  public JdbcClient admin() {
    return JdbcClient.create(source());
  }

  PGSimpleDataSource source() {
    return server.admin(name);
  }

  /** A connection as the superuser; the caller closes it. */
  public Connection connect() throws SQLException {
    return source().getConnection();
  }

  /** What a service needs to start on it. */
  public Map<String, Object> properties(DatabaseRole role) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.datasource.url", source().getUrl());
    properties.put("spring.datasource.username", role.user());
    properties.put("spring.datasource.password", role.user());
    properties.put("spring.flyway.user", DatabaseRole.OWNER.user());
    properties.put("spring.flyway.password", DatabaseRole.OWNER.user());
    properties.put("keiyaku.vault.master-key", key('m'));
    if (role == DatabaseRole.WRITER) {
      properties.put("keiyaku.writer-key", key('w'));
    }
    return properties;
  }

  private static String key(char letter) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) letter);
    return Base64.getEncoder().encodeToString(key);
  }

  @Override
  public void close() {
    server.drop(name);
  }
}
