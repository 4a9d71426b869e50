/** The printed table against the source document, as facts. */
@NullMarked
package dev.keiyaku.projection.comparison.rendering;

import org.jspecify.annotations.NullMarked;
