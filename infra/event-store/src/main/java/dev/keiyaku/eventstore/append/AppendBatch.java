package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.AppendRequest;
import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Receipt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One append request as rows.
 *
 * @param events at least one, in order
 * @param premises what must hold at the commit; that its own keys are the live ones is always among
 *     them, for a subject that has one keeps it
 */
public record AppendBatch(
    List<EventRow> events,
    List<Claim> claims,
    @Nullable Receipt receipt,
    List<NewKey> keys,
    Set<Premise> premises) {

  public AppendBatch {
    if (!keys.isEmpty()) {
      var all = new HashSet<>(premises);
      keys.forEach(key -> all.add(new Premise.KeyLives(key.keyId())));
      premises = Set.copyOf(all);
    }
  }

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
