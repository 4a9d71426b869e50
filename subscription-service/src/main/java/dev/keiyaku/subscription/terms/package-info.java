/** The terms of use on the write side: publishing versions, and knowing which one is in force. */
@NullMarked
package dev.keiyaku.subscription.terms;

import org.jspecify.annotations.NullMarked;
