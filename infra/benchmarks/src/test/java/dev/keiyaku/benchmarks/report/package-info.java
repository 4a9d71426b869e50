/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.report;

import org.jspecify.annotations.NullMarked;
