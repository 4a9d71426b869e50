/** The walls of the write side, as sentences that fail. */
@NullMarked
package dev.keiyaku.subscription;

import org.jspecify.annotations.NullMarked;
