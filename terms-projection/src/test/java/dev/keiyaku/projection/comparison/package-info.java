/** The comparison table as answered, as facts. */
@NullMarked
package dev.keiyaku.projection.comparison;

import org.jspecify.annotations.NullMarked;
