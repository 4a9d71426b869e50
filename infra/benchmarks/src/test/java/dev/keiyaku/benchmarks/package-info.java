/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks;

import org.jspecify.annotations.NullMarked;
