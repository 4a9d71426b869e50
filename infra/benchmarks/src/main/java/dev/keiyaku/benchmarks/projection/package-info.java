/** How fast history becomes all read models, in the real processors. */
@NullMarked
package dev.keiyaku.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
