/** The write side through its desk, inside this process: every rule, receipt and claim, no HTTP. */
@NullMarked
package dev.keiyaku.benchmarks.write;

import org.jspecify.annotations.NullMarked;
