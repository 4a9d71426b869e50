/** Words of one node compared with words of another: what a reader sees as changed. */
@NullMarked
package dev.keiyaku.projection.comparison.wording;

import org.jspecify.annotations.NullMarked;
