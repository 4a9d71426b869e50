/** Dead letters, as facts. */
@NullMarked
package dev.keiyaku.projection.operations;

import org.jspecify.annotations.NullMarked;
