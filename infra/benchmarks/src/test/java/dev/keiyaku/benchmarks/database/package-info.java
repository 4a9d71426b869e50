/** Tests of the bench itself, never of speed. */
@NullMarked
package dev.keiyaku.benchmarks.database;

import org.jspecify.annotations.NullMarked;
