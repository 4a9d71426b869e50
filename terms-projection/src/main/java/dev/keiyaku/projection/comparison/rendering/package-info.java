/** The comparison table for a reader: HTML, Markdown and PDF, all from the same lines. */
@NullMarked
package dev.keiyaku.projection.comparison.rendering;

import org.jspecify.annotations.NullMarked;
