/** What the words of a version must hold: an order, references that resolve, terms defined once. */
@NullMarked
package dev.keiyaku.subscription.terms.text;

import org.jspecify.annotations.NullMarked;
