/** Which words of a clause a subscriber agreed to, which bind now, and whether they differ. */
@NullMarked
package dev.keiyaku.projection.consent.clause;

import org.jspecify.annotations.NullMarked;
