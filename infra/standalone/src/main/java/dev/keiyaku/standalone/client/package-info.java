/** Speaks to the gateway as any client does: tokens, idempotency keys, JSON. */
@NullMarked
package dev.keiyaku.standalone.client;

import org.jspecify.annotations.NullMarked;
