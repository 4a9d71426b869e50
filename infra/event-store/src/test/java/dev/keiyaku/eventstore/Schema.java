package dev.keiyaku.eventstore;

import dev.keiyaku.database.Credentials;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.database.TestDatabase;
import dev.keiyaku.eventstore.wiring.Migrations;
import dev.keiyaku.eventstore.wiring.SchemaModule;
import java.util.List;

/** A test database with the event store's tables, and no service on it. */
public final class Schema {

  private Schema() {}

  public static TestDatabase fresh() {
    TestDatabase database = TestDatabase.fresh();
    migrate(database);
    return database;
  }

  public static void migrate(TestDatabase database) {
    Credentials owner = database.credentials(DatabaseRole.OWNER);
    new Migrations(database.url(), owner.user(), owner.password())
        .run(
            List.of(
                new SchemaModule("events", "classpath:db/migration/eventstore", "schema_history"),
                new SchemaModule(
                    "projection", "classpath:db/migration/processing", "processing_history")));
  }
}
