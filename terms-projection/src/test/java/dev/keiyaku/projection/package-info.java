/** The read side as a running process, for its tests. */
@NullMarked
package dev.keiyaku.projection;

import org.jspecify.annotations.NullMarked;
