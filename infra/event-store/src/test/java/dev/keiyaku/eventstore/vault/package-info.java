/** Facts about this package. */
@NullMarked
package dev.keiyaku.eventstore.vault;

import org.jspecify.annotations.NullMarked;
