/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
