/** All that was recorded, in order, for whoever follows. */
@NullMarked
package dev.keiyaku.projection.feed;

import org.jspecify.annotations.NullMarked;
