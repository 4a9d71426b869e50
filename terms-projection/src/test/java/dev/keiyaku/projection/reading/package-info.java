/** What every query shares. */
@NullMarked
package dev.keiyaku.projection.reading;

import org.jspecify.annotations.NullMarked;
