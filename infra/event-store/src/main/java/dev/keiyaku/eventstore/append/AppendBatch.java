package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.Receipt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One append request as rows.
 *
 * @param events at least one, in order
 */
public record AppendBatch(List<EventRow> events, List<Claim> claims, @Nullable Receipt receipt) {}
