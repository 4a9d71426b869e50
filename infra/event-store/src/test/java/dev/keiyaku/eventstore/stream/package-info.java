/** Facts about this package. */
@NullMarked
package dev.keiyaku.eventstore.stream;

import org.jspecify.annotations.NullMarked;
