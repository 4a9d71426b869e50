/** The feed, as facts. */
@NullMarked
package dev.keiyaku.projection.feed;

import org.jspecify.annotations.NullMarked;
