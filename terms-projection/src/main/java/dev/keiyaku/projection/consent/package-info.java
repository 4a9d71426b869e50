/** Who accepted what, and what binds them. */
@NullMarked
package dev.keiyaku.projection.consent;

import org.jspecify.annotations.NullMarked;
