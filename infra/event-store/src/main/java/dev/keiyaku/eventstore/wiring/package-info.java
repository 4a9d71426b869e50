/** One wiring for both services, and its refusal of any other. */
@NullMarked
package dev.keiyaku.eventstore.wiring;

import org.jspecify.annotations.NullMarked;
