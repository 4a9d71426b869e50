package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Binding.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one computation of what binds whom. The caller cuts acceptances and terms to what was known.
 */
public final class Bindings {

  private final String document;
  private final TermsHistory terms;

  public Bindings(String document, TermsHistory terms) {
    this.document = document;
    this.terms = terms;
  }

  /**
   * The binding at an instant.
   *
   * @param live whether the contract lives then
   * @param acceptances every act that stands
   * @param at UTC
   */
  public Binding of(boolean live, List<Acceptance> acceptances, Instant at) {
    var inForce = terms.inForce(at).orElse(null);
    if (inForce == null) {
      return none(null, Reason.NOTHING_IN_FORCE);
    }
    if (!live) {
      return none(inForce, Reason.NOT_LIVE);
    }
    var made = acceptances.stream().filter(act -> act.madeBy(at) && isOf(act)).toList();
    if (made.isEmpty()) {
      return none(inForce, Reason.NOTHING_ACCEPTED);
    }
    return binding(inForce, made, at);
  }

  /**
   * The version that binds at an instant whoever has accepted this one and no other; the last of
   * those that each act leads to binds whoever accepted several. Empty while the accepted version
   * has not begun.
   */
  public Optional<Version> ledTo(String accepted, Instant at) {
    var versions = terms.versions();
    var begun = versions.stream().filter(v -> v.published().hasBegunAt(at)).toList();
    return begun.stream()
        .filter(v -> v.name().equals(accepted))
        .findFirst()
        .map(own ->
            begun.stream()
                .skip(begun.indexOf(own) + 1L)
                .filter(Version::bindsWithoutAct)
                .reduce(own, (_, later) -> later));
  }

  private Binding binding(Version inForce, List<Acceptance> made, Instant at) {
    var bound = last(made, at);
    if (bound == null) {
      return none(inForce, Reason.NOTHING_ACCEPTED);
    }
    var act = made.stream().filter(a -> a.terms().version().equals(bound.name())).findFirst();
    var start = bound.effectiveAt();
    return new Binding(
        document,
        inForce.name(),
        !bound.equals(inForce)
            ? Basis.NOT_BOUND
            : act.isPresent() ? Basis.EXPLICIT : Basis.NOTICED_AMENDMENT,
        reason(inForce, bound, act.orElse(null)),
        bound.name(),
        act.map(Acceptance::acceptedAt)
            .filter(acted -> start == null || acted.isAfter(start))
            .orElse(start),
        act.map(Acceptance::acceptanceId).orElse(null),
        act.isPresent()
            ? null
            : bound.noticeInTime().map(notice -> notice.noticeId()).orElse(null));
  }

  private @Nullable Version last(List<Acceptance> made, Instant at) {
    var ledTo = made.stream().flatMap(act -> ledTo(act.terms().version(), at).stream()).toList();
    return terms.versions().reversed().stream().filter(ledTo::contains).findFirst().orElse(null);
  }

  private static Reason reason(Version inForce, Version bound, @Nullable Acceptance act) {
    if (!bound.equals(inForce)) {
      return switch (inForce.published().basis()) {
        case REASONABLE_CHANGE -> Reason.NO_NOTICE_IN_TIME;
        case GENERAL_BENEFIT, INDIVIDUAL_CONSENT -> Reason.NEEDS_CONSENT;
        case null -> Reason.NEEDS_CONSENT;
      };
    }
    if (act != null) {
      return act.basis() == AcceptanceBasis.EXPLICIT ? Reason.ACCEPTED : Reason.ACCEPTED_UNPROVEN;
    }
    return bound.noticeInTime().isPresent() ? Reason.NOTICED_IN_TIME : Reason.GENERAL_BENEFIT;
  }

  private Binding none(@Nullable Version inForce, Reason reason) {
    var name = inForce == null ? null : inForce.name();
    return new Binding(document, name, Basis.NOT_BOUND, reason, null, null, null, null);
  }

  private boolean isOf(Acceptance act) {
    return act.terms().document().equals(document);
  }
}
