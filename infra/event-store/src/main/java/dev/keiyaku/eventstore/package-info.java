/** Events, claims and receipts in PostgreSQL through Axon: what services see of it. */
@NullMarked
package dev.keiyaku.eventstore;

import org.jspecify.annotations.NullMarked;
