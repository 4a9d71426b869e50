/** Facts about notified rules on the read side. */
@NullMarked
package dev.keiyaku.projection.terms.rule;

import org.jspecify.annotations.NullMarked;
