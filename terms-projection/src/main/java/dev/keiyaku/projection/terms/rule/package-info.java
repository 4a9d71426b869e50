/** Notified rules (諸規程, 第2条4) as they are answered. */
@NullMarked
package dev.keiyaku.projection.terms.rule;

import org.jspecify.annotations.NullMarked;
