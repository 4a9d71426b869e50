/**
 * Measures the product against what the same machine could do at best; {@code infra/bench} runs it.
 */
@NullMarked
package dev.keiyaku.benchmarks;

import org.jspecify.annotations.NullMarked;
