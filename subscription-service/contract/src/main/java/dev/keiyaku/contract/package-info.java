/** What was written down: the events, their stored names, and what a stream of them means. */
@NullMarked
package dev.keiyaku.contract;

import org.jspecify.annotations.NullMarked;
