/** What was known when of contracts and acts, for questions about many at once. */
@NullMarked
package dev.keiyaku.projection.consent.known;

import org.jspecify.annotations.NullMarked;
