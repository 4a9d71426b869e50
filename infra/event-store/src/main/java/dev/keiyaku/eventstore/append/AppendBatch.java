package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Receipt;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One append request as rows.
 *
 * @param events at least one, in order
 */
public record AppendBatch(
    List<EventRow> events,
    List<Claim> claims,
    @Nullable Receipt receipt,
    List<NewKey> keys,
    Set<Premise> premises) {

  /** Without keys and premises. */
  public AppendBatch(List<EventRow> events, List<Claim> claims, @Nullable Receipt receipt) {
    this(events, claims, receipt, List.of(), Set.of());
  }

  /** The events with what their request says. */
  public static AppendBatch of(List<EventRow> events, AppendRequest request) {
    return new AppendBatch(
        events, request.claims(), request.receipt(), request.keys(), request.premises());
  }
}
