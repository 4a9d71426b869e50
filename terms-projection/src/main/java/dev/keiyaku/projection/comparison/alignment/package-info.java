/** Which chapter, article, paragraph or item of one version is which of another. */
@NullMarked
package dev.keiyaku.projection.comparison.alignment;

import org.jspecify.annotations.NullMarked;
