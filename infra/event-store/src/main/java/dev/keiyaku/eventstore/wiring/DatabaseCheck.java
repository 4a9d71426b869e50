package dev.keiyaku.eventstore.wiring;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same for the database: the role is one that cannot change events, and commits are durable.
 */
final class DatabaseCheck {

  private static final String MAY_CHANGE =
      """
      SELECT has_table_privilege('events.event', 'UPDATE') OR has_table_privilege('events.event', 'DELETE')
        OR has_table_privilege('events.event', 'TRUNCATE')
        OR pg_has_role((SELECT relowner FROM pg_class WHERE oid = 'events.event'::regclass), 'MEMBER')\
      """;

  private final JdbcClient jdbc;

  DatabaseCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Checks the role and the settings.
   *
   * @throws WiringRefusedException when one is not as meant
   */
  void run() {
    if (jdbc.sql(MAY_CHANGE).query(Boolean.class).single()) {
      throw new WiringRefusedException(
          "The database role may change events: connect as keiyaku_writer or keiyaku_projector");
    }
    mustBeOn("fsync");
    mustBeOn("synchronous_commit");
  }

  private void mustBeOn(String setting) {
    String value =
        jdbc.sql("SELECT current_setting(?)").param(setting).query(String.class).single();
    if (value.equals("off")) {
      throw new WiringRefusedException(setting + " is off: what is acknowledged could be lost");
    }
  }
}
