/** Keys per subject, and texts sealed under them. */
@NullMarked
package dev.keiyaku.eventstore.vault;

import org.jspecify.annotations.NullMarked;
