/** The terms as published and noticed. */
@NullMarked
package dev.keiyaku.projection.terms;

import org.jspecify.annotations.NullMarked;
