/** A subscription decides: its commands, its rules as named values, its events. */
@NullMarked
package dev.keiyaku.subscription.subscription;

import org.jspecify.annotations.NullMarked;
