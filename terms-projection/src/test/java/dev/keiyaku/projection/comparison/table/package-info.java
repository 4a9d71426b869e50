/** The comparison table as data, as facts. */
@NullMarked
package dev.keiyaku.projection.comparison.table;

import org.jspecify.annotations.NullMarked;
