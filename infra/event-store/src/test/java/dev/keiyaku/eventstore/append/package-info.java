/** Facts about this package. */
@NullMarked
package dev.keiyaku.eventstore.append;

import org.jspecify.annotations.NullMarked;
