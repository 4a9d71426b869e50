package dev.keiyaku.eventstore.append;

import dev.keiyaku.eventstore.Claim;
import dev.keiyaku.eventstore.NewKey;
import dev.keiyaku.eventstore.Premise;
import dev.keiyaku.eventstore.Receipt;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the store promises, said with maps: one request after the other, and nothing clever. */
final class NaiveStore {

  /** Why a request is refused. */
  enum Refusal {
    EXISTS,
    VERSION,
    CLAIM,
    RECEIPT,
    PREMISE,
    UNSTORABLE
  }

  final Map<String, List<String>> streams = new TreeMap<>();
  final Map<String, Receipt> receipts = new TreeMap<>();
  final Map<String, Claim> claims = new TreeMap<>();
  final Map<String, String> keys = new TreeMap<>();

  /** The last version of a stream; -1 when there is none. */
  int version(String stream) {
    return streams.getOrDefault(stream, List.of()).size() - 1;
  }

  /** Everything that stands against a request now. */
  Set<Refusal> against(AppendBatch batch) {
    var found = EnumSet.noneOf(Refusal.class);
    var first = batch.events().getFirst();
    if (first.sequence() <= version(first.aggregateId())) {
      found.add(first.sequence() == 0 ? Refusal.EXISTS : Refusal.VERSION);
    }
    if (batch.claims().stream().anyMatch(claim -> !holdersAgainst(claim).isEmpty())) {
      found.add(Refusal.CLAIM);
    }
    if (batch.receipt() != null && receipts.containsKey(batch.receipt().idempotencyKey())) {
      found.add(Refusal.RECEIPT);
    }
    if (!batch.premises().stream().allMatch(premise -> holds(premise, batch.keys()))) {
      found.add(Refusal.PREMISE);
    }
    if (first.payload().indexOf('\0') >= 0) {
      found.add(Refusal.UNSTORABLE);
    }
    return found;
  }

  private boolean holds(Premise premise, List<NewKey> brought) {
    return switch (premise) {
      case Premise.StreamStands stands -> version(stands.stream()) <= stands.version();
      case Premise.KeyLives lives ->
          brought.stream()
              .filter(key -> key.keyId().equals(lives.keyId()))
              .noneMatch(key -> keys.containsKey(key.subject()));
    };
  }

  /** Who holds what a claim is about. */
  List<String> holdersAgainst(Claim claim) {
    return claims.values().stream()
        .filter(other -> other.key().equals(claim.key()))
        .filter(other -> !other.holder().equals(claim.holder()))
        .filter(other -> overlap(other, claim))
        .map(Claim::holder)
        .toList();
  }

  private static boolean overlap(Claim one, Claim other) {
    return !one.isEmpty() && !other.isEmpty() && begins(one, other) && begins(other, one);
  }

  private static boolean begins(Claim one, Claim beforeTheEndOf) {
    var until = beforeTheEndOf.until();
    return until == null || one.from().isBefore(until);
  }

  /** Writes a request that nothing stands against. */
  void write(AppendBatch batch) {
    var stream =
        streams.computeIfAbsent(batch.events().getFirst().aggregateId(), _ -> new ArrayList<>());
    batch.events().forEach(event -> stream.add(event.eventId()));
    batch.claims().forEach(claim -> claims.put(claim.key() + " " + claim.holder(), claim));
    @Nullable Receipt receipt = batch.receipt();
    if (receipt != null) {
      receipts.put(receipt.idempotencyKey(), receipt);
    }
    batch.keys().forEach(key -> keys.put(key.subject(), key.keyId()));
  }
}
