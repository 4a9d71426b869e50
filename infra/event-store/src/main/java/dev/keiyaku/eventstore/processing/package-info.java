/** Processors and what they could not handle. */
@NullMarked
package dev.keiyaku.eventstore.processing;

import org.jspecify.annotations.NullMarked;
