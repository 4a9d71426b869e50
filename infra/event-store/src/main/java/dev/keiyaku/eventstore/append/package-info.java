/** The append request becoming durable: rows, MACs, claims, receipts. */
@NullMarked
package dev.keiyaku.eventstore.append;

import org.jspecify.annotations.NullMarked;
