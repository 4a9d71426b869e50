/** Consent records and receipts, over HTTP and against their schema. */
@NullMarked
package dev.keiyaku.projection.receipt;

import org.jspecify.annotations.NullMarked;
