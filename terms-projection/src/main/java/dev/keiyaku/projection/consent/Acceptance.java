package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act of acceptance that stands.
 *
 * @param eventId the entry that recorded it
 * @param items the numbers of the items accepted (第7条 1)
 * @param acceptedAt when, UTC, after corrections
 * @param supersededAt when a later act took its place as the last one, UTC; null while it is the
 *     last
 */
public record Acceptance(
    String acceptanceId,
    String eventId,
    TermsReference terms,
    AcceptanceBasis basis,
    List<Integer> items,
    Instant acceptedAt,
    @Nullable Instant supersededAt) {

  /** All acts that stand, in the order of their times, then of their recording. */
  public static List<Acceptance> of(Life life) {
    var facts =
        life.acceptances().stream().sorted(Comparator.comparing(Fact::effectiveAt)).toList();
    var acceptances = new ArrayList<Acceptance>();
    for (int i = 0; i < facts.size(); i++) {
      var next = i + 1 < facts.size() ? facts.get(i + 1).effectiveAt() : null;
      acceptances.add(of(facts.get(i), next));
    }
    return List.copyOf(acceptances);
  }

  /** Whether what was displayed before it is on record. */
  public boolean proven() {
    return basis == AcceptanceBasis.EXPLICIT;
  }

  /** Whether it had been made by the instant. */
  public boolean madeBy(Instant at) {
    return !acceptedAt.isAfter(at);
  }

  /** Whether it is the last one made by the instant. */
  public boolean isLastAt(Instant at) {
    return madeBy(at) && (supersededAt == null || at.isBefore(supersededAt));
  }

  /** The same act, with what took its place as the last one. */
  public Acceptance supersededAt(@Nullable Instant next) {
    return new Acceptance(acceptanceId, eventId, terms, basis, items, acceptedAt, next);
  }

  private static Acceptance of(Fact fact, @Nullable Instant next) {
    var accepted = (TermsAccepted) fact.event();
    return new Acceptance(
        accepted.acceptanceId(),
        fact.entry().eventId(),
        accepted.terms(),
        accepted.basis(),
        accepted.items().stream().map(TermsAccepted.AcceptedItem::number).toList(),
        fact.effectiveAt(),
        next);
  }
}
