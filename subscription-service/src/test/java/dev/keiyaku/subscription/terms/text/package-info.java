/** Tests of what the words of a version must hold. */
@NullMarked
package dev.keiyaku.subscription.terms.text;

import org.jspecify.annotations.NullMarked;
