/** Consents and bindings, as facts. */
@NullMarked
package dev.keiyaku.projection.consent;

import org.jspecify.annotations.NullMarked;
