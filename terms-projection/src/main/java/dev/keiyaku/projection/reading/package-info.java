/**
 * What every query shares: parameters, pages, waiting for a version, texts that only some may read.
 */
@NullMarked
package dev.keiyaku.projection.reading;

import org.jspecify.annotations.NullMarked;
