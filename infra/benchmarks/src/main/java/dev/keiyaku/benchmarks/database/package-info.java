/** A PostgreSQL to measure on, and pgbench, which says what it can do. */
@NullMarked
package dev.keiyaku.benchmarks.database;

import org.jspecify.annotations.NullMarked;
