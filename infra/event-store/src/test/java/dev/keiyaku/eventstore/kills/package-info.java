/** Writers and PostgreSQL killed at random under load, and what must be true afterwards. */
@NullMarked
package dev.keiyaku.eventstore.kills;

import org.jspecify.annotations.NullMarked;
