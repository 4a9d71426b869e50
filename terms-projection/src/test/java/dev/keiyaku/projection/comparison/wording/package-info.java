/** What a reader sees as changed in a text, as facts. */
@NullMarked
package dev.keiyaku.projection.comparison.wording;

import org.jspecify.annotations.NullMarked;
