/** What is asked of subscriptions over HTTP, made into commands. */
@NullMarked
package dev.keiyaku.subscription.intake;

import org.jspecify.annotations.NullMarked;
