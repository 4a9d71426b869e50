/** What a stream of subscription events means, fact by fact. */
@NullMarked
package dev.keiyaku.contract.subscription;

import org.jspecify.annotations.NullMarked;
