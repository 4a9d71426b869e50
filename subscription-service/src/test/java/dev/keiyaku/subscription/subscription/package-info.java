/** Subscriptions by given, when, then: a test class for each command. */
@NullMarked
package dev.keiyaku.subscription.subscription;

import org.jspecify.annotations.NullMarked;
