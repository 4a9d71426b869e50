/** The comparison table (現改比較表) of two versions of the terms, in every form it is asked for. */
@NullMarked
package dev.keiyaku.projection.comparison;

import org.jspecify.annotations.NullMarked;
