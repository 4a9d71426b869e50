/**
 * The database's roles, and a PostgreSQL that one machine runs by itself, for the standalone
 * product and for tests.
 */
@NullMarked
package dev.keiyaku.database;

import org.jspecify.annotations.NullMarked;
