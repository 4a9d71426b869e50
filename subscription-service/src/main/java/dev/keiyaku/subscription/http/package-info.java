/** What every controller of the write side shares: one command, decided once, answered for good. */
@NullMarked
package dev.keiyaku.subscription.http;

import org.jspecify.annotations.NullMarked;
