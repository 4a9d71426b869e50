/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
