/** Tests of re-consent campaigns on the read side. */
@NullMarked
package dev.keiyaku.projection.campaign;

import org.jspecify.annotations.NullMarked;
