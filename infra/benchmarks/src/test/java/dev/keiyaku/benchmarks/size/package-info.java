/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.size;

import org.jspecify.annotations.NullMarked;
