/** What operators see and do: events that could not be projected, one stream at a time. */
@NullMarked
package dev.keiyaku.projection.operations;

import org.jspecify.annotations.NullMarked;
