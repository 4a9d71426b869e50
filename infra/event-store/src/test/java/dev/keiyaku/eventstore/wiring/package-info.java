/** Facts about this package. */
@NullMarked
package dev.keiyaku.eventstore.wiring;

import org.jspecify.annotations.NullMarked;
