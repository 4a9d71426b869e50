/** The same throughputs in a store of a million subscriptions, and what such a store weighs. */
@NullMarked
package dev.keiyaku.benchmarks.size;

import org.jspecify.annotations.NullMarked;
