/** Events out of PostgreSQL again: their names, the order, and waking who waits for them. */
@NullMarked
package dev.keiyaku.eventstore.stream;

import org.jspecify.annotations.NullMarked;
