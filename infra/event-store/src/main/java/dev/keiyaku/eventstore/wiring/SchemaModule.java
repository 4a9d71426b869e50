package dev.keiyaku.eventstore.wiring;

/**
 * Migrations of one schema, with a history of their own. A service declares its own as beans; they
 * run at the start, before anything touches the database.
 *
 * @param schema which exists already, see {@code roles.sql}
 * @param location such as {@code classpath:db/migration/projection}
 * @param history the name of the history's table in the schema
 */
public record SchemaModule(String schema, String location, String history) {}
