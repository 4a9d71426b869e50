/**
 * Terms documents: publishing a version, recording its notice, and what the write side knows of
 * them.
 */
@NullMarked
package dev.keiyaku.subscription.terms;

import org.jspecify.annotations.NullMarked;
