/** Subscriptions: every entry on a timeline, and what holds of it at any two times. */
@NullMarked
package dev.keiyaku.projection.account;

import org.jspecify.annotations.NullMarked;
