/** Publishes the real terms on the first start, through the API like anybody. */
@NullMarked
package dev.keiyaku.standalone.seed;

import org.jspecify.annotations.NullMarked;
