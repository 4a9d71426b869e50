/** The comparison table (現改比較表) as data: what every form of it is made of. */
@NullMarked
package dev.keiyaku.projection.comparison.table;

import org.jspecify.annotations.NullMarked;
