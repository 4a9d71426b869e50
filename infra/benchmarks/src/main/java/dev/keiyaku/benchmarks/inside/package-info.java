/** What happens inside one process, by JMH: no database, no network, one thread. */
@NullMarked
package dev.keiyaku.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
