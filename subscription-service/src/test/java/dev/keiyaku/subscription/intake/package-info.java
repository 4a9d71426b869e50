/** The running service, over HTTP, on a real PostgreSQL. */
@NullMarked
package dev.keiyaku.subscription.intake;

import org.jspecify.annotations.NullMarked;
