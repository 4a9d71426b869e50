/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.operating;

import org.jspecify.annotations.NullMarked;
