/** Facts about the event store, on a real PostgreSQL. */
@NullMarked
package dev.keiyaku.eventstore;

import org.jspecify.annotations.NullMarked;
