/**
 * A subscription: its events, and what a stream of them means at any effective and recorded time.
 */
@NullMarked
package dev.keiyaku.contract.subscription;

import org.jspecify.annotations.NullMarked;
