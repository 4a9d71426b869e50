/** The terms as answered, as facts. */
@NullMarked
package dev.keiyaku.projection.terms;

import org.jspecify.annotations.NullMarked;
