package dev.keiyaku.projection.consent.known;

import dev.keiyaku.contract.RecordedEvent;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.SubscriptionApplied;
import dev.keiyaku.contract.subscription.SubscriptionTimeline;
import dev.keiyaku.projection.consent.Acceptance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a subscription, and when: the whole timeline, cut at each instant at which
 * something was recorded.
 *
 * @param contracts its life, piece after piece
 * @param acts each act, piece after piece; none while it was voided
 */
record Knowledge(
    SubscriptionApplied applied, List<Piece<ContractState>> contracts, List<Piece<KnownAct>> acts) {

  /**
   * What was known for a while.
   *
   * @param from recorded time, UTC
   * @param until exclusive, UTC; null: it is what is known now
   */
  record Piece<T>(Instant from, @Nullable Instant until, T known) {}

  /** The life of a contract and its earliest act, which decides most questions alone. */
  record ContractState(
      @Nullable Instant beginsAt,
      @Nullable Instant endsAt,
      @Nullable String firstVersion,
      @Nullable Instant firstAcceptedAt) {}

  private record Cut(Instant at, ContractState contract, Map<String, KnownAct> acts) {}

  /** What is known now. */
  KnownContract now() {
    var contract = contracts.getLast().known();
    var standing =
        acts.stream()
            .filter(piece -> piece.until() == null)
            .map(Piece::known)
            .sorted(KnownAct.BY_TIME)
            .toList();
    return new KnownContract(
        applied.subscriptionId(),
        applied.subscriberId(),
        applied.product(),
        applied.belongsToIsp(),
        contract.beginsAt(),
        contract.endsAt(),
        KnownContracts.chained(standing));
  }

  static Knowledge of(SubscriptionTimeline timeline) {
    var applied =
        timeline
            .applied()
            .orElseThrow(() -> new IllegalStateException("No application in the stream"));
    var cuts =
        timeline.entries().stream()
            .filter(entry -> KnownContracts.concerns(entry.event()))
            .map(RecordedEvent::recordedAt)
            .distinct()
            .sorted()
            .map(at -> cut(timeline, applied, at))
            .toList();
    var acts = new ArrayList<Piece<KnownAct>>();
    eventIds(cuts).forEach(id -> acts.addAll(pieces(cuts, cut -> cut.acts().get(id))));
    return new Knowledge(applied, pieces(cuts, Cut::contract), List.copyOf(acts));
  }

  private static List<String> eventIds(List<Cut> cuts) {
    return cuts.stream().flatMap(cut -> cut.acts().keySet().stream()).distinct().toList();
  }

  private static Cut cut(SubscriptionTimeline timeline, SubscriptionApplied applied, Instant at) {
    var life = timeline.knownAt(at).life();
    var sequences =
        life.acceptances().stream()
            .map(Fact::entry)
            .collect(Collectors.toMap(RecordedEvent::eventId, RecordedEvent::sequence));
    var acts = new LinkedHashMap<String, KnownAct>();
    for (var act : Acceptance.of(life)) {
      var sequence = Objects.requireNonNull(sequences.get(act.eventId()));
      acts.put(act.eventId(), new KnownAct(sequence, act).alone());
    }
    var first =
        acts.values().stream()
            .map(KnownAct::acceptance)
            .filter(act -> act.terms().document().equals(applied.product().document()))
            .findFirst();
    return new Cut(
        at,
        new ContractState(
            life.beginsAt(),
            life.endsAt(),
            first.map(act -> act.terms().version()).orElse(null),
            first.map(Acceptance::acceptedAt).orElse(null)),
        acts);
  }

  /** What stayed the same from cut to cut is one piece. */
  private static <T> List<Piece<T>> pieces(List<Cut> cuts, Function<Cut, @Nullable T> known) {
    var pieces = new ArrayList<Piece<T>>();
    T last = null;
    Instant since = null;
    for (var cut : cuts) {
      var now = known.apply(cut);
      if (!Objects.equals(now, last)) {
        if (last != null && since != null) {
          pieces.add(new Piece<>(since, cut.at(), last));
        }
        last = now;
        since = cut.at();
      }
    }
    if (last != null && since != null) {
      pieces.add(new Piece<>(since, null, last));
    }
    return List.copyOf(pieces);
  }
}
