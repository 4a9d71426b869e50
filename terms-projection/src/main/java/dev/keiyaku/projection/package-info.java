/** The read side: from events to answers. */
@NullMarked
package dev.keiyaku.projection;

import org.jspecify.annotations.NullMarked;
