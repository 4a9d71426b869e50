/** The write side: HTTP, command, aggregate, event. */
@NullMarked
package dev.keiyaku.subscription;

import org.jspecify.annotations.NullMarked;
