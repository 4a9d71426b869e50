/** How a processor goes on after an error. */
@NullMarked
package dev.keiyaku.eventstore.processing;

import org.jspecify.annotations.NullMarked;
