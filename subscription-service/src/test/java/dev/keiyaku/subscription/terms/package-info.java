/** The terms, the real ones first. */
@NullMarked
package dev.keiyaku.subscription.terms;

import org.jspecify.annotations.NullMarked;
