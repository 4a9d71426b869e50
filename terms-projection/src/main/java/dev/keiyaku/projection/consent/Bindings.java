package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which version subscriptions are bound (民法548条の4): of the versions that have begun, the latest
 * that was accepted or that binds without an act. Pure; {@link BoundBy} says the same in SQL, and a
 * property test holds them together.
 */
public final class Bindings {

  private final String document;
  private final TermsHistory terms;

  /**
   * Under a terms document.
   *
   * @param terms what is known of it: {@code history.knownAt(known)}
   */
  public Bindings(String document, TermsHistory terms) {
    this.document = document;
    this.terms = terms;
  }

  /**
   * What binds at an instant.
   *
   * @param beginsAt the contract's first instant, UTC; null when its application was voided
   * @param endsAt the first instant after it, UTC; null while no end is known
   * @param acceptances every act that stands, as known
   * @param at the effective instant asked, UTC
   */
  public Binding of(
      @Nullable Instant beginsAt,
      @Nullable Instant endsAt,
      List<Acceptance> acceptances,
      Instant at) {
    var acts =
        acceptances.stream()
            .filter(act -> act.terms().document().equals(document))
            .filter(act -> !isWithdrawn(act.terms().version()))
            .toList();
    return new Contract(beginsAt, endsAt, acts, at).binding(document, terms);
  }

  /** Whoever accepted a version ahead that was then withdrawn agreed to nothing by that. */
  private boolean isWithdrawn(String version) {
    return terms.version(version).filter(it -> it.withdrawn() != null).isPresent();
  }

  /** The versions that have begun at an instant, UTC, the earliest first. */
  public static List<Version> begun(List<Version> versions, Instant at) {
    return versions.stream().filter(version -> version.published().hasBegunAt(at)).toList();
  }
}
