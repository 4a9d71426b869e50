/** What was measured: rounds, bounds, the table and the file. */
@NullMarked
package dev.keiyaku.benchmarks.report;

import org.jspecify.annotations.NullMarked;
