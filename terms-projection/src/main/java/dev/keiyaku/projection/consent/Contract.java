package dev.keiyaku.projection.consent;

import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.projection.consent.Binding.Basis;
import dev.keiyaku.projection.consent.Binding.Because;
import dev.keiyaku.projection.consent.Binding.NotBinding;
import dev.keiyaku.projection.consent.rule.BindingRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contract at an instant, with the acts that stand: which version binds it. */
record Contract(
    @Nullable Instant beginsAt, @Nullable Instant endsAt, List<Acceptance> acts, Instant at) {

  /** A version and the ground on which it binds; it rests on an act in both cases. */
  record Bond(Version version, Basis basis, Instant since, Acceptance act) {}

  Binding binding(String document, TermsHistory terms) {
    var versions = terms.versions();
    var begun = Bindings.begun(versions, at);
    var bond = begun.reversed().stream().flatMap(v -> bond(v, begun).stream()).findFirst();
    var first = bond.map(bound -> begun.indexOf(bound.version()) + 1).orElse(0);
    return new Binding(
        document,
        bond.map(Bond::basis).orElse(Basis.NOT_BOUND),
        bond.map(bound -> bound.version().name()).orElse(null),
        bond.map(Bond::since).orElse(null),
        ended() ? endsAt : null,
        bond.map(Bond::act).orElse(null),
        ahead(versions),
        bond.map(Reasons::bound).orElseGet(this::unbound).and(ended() ? ended(endsAt) : Words.NONE),
        begun.stream().skip(first).map(this::notBinding).toList(),
        bond.map(bound -> BindingRules.of(terms, bound.version(), last()))
            .orElse(BindingRules.NONE));
  }

  private Optional<Bond> bond(Version version, List<Version> begun) {
    var start = version.effectiveAt();
    if (!held(start)) {
      return Optional.empty();
    }
    var act = act(version);
    if (act.isPresent()) {
      return act.map(made -> new Bond(version, Basis.EXPLICIT, since(made, start), made));
    }
    if (version.kind() == VersionKind.EDITORIAL) {
      return inherited(version, begun);
    }
    return start != null && isAgreedBefore(start) && version.bindsWithoutAct()
        ? Optional.of(new Bond(version, Basis.NOTICED_AMENDMENT, start, restsOn(begun, version)))
        : Optional.empty();
  }

  /** A correction binds whom the version that it corrects binds, on the same ground. */
  private Optional<Bond> inherited(Version correction, List<Version> begun) {
    var start = correction.effectiveAt();
    return begun.stream()
        .filter(version -> version.name().equals(correction.predecessor()))
        .findFirst()
        .flatMap(corrected -> bond(corrected, begun))
        .map(bond -> new Bond(correction, bond.basis(), later(bond.since(), start), bond.act()));
  }

  /** The act that accepts a version: a proven one, if there is any, before an unproven one. */
  private Optional<Acceptance> act(Version version) {
    var these =
        acts.stream()
            .filter(act -> act.terms().version().equals(version.name()) && held(act.acceptedAt()))
            .toList();
    return these.stream()
        .filter(Acceptance::proven)
        .findFirst()
        .or(() -> these.stream().findFirst());
  }

  /** The act of the latest version accepted before the amended one; at least there is the first. */
  private Acceptance restsOn(List<Version> begun, Version amended) {
    return begun.subList(0, begun.indexOf(amended)).reversed().stream()
        .flatMap(version -> act(version).stream())
        .findFirst()
        .orElseGet(acts::getFirst);
  }

  private boolean isAgreedBefore(Instant start) {
    return acts.stream().anyMatch(act -> act.acceptedAt().isBefore(start));
  }

  private @Nullable Acceptance ahead(List<Version> versions) {
    return versions.reversed().stream()
        .filter(version -> !version.published().hasBegunAt(at))
        .flatMap(version -> act(version).stream())
        .findFirst()
        .orElse(null);
  }

  private NotBinding notBinding(Version version) {
    var because = because(version);
    return new NotBinding(
        version.name(), version.effectiveAt(), because, Reasons.notBinding(version, because));
  }

  private Because because(Version version) {
    if (acts.isEmpty() || !held(version.effectiveAt())) {
      return Because.NO_CONTRACT;
    }
    if (version.kind() == VersionKind.EDITORIAL) {
      return Because.CORRECTS_WHAT_DOES_NOT_BIND;
    }
    return switch (version.published().basis()) {
      case null -> Because.NO_AMENDMENT;
      case INDIVIDUAL_CONSENT -> Because.NEEDS_CONSENT;
      case GENERAL_BENEFIT -> Because.ACCEPTED_AFTERWARDS;
      case REASONABLE_CHANGE ->
          version.bindsWithoutAct()
              ? Because.ACCEPTED_AFTERWARDS
              : version.notices().isEmpty() ? Because.NOT_NOTICED : Because.NOTICED_TOO_LATE;
    };
  }

  private Words unbound() {
    if (beginsAt == null) {
      return Reasons.NO_APPLICATION;
    }
    return at.isBefore(beginsAt) ? Reasons.notYet(beginsAt) : Reasons.NOTHING_ACCEPTED;
  }

  private static Words ended(@Nullable Instant end) {
    return end == null ? Words.NONE : Reasons.ended(end);
  }

  /** The instant asked, or the last of the contract: times are microseconds. */
  private Instant last() {
    return ended() && endsAt != null ? endsAt.minus(1, ChronoUnit.MICROS) : at;
  }

  private boolean ended() {
    return applied() && endsAt != null && !at.isBefore(endsAt);
  }

  private boolean applied() {
    return beginsAt != null && !at.isBefore(beginsAt);
  }

  /** Whether an instant has come in the life of the contract; an open start always has. */
  private boolean held(@Nullable Instant instant) {
    return applied()
        && (instant == null
            || (!instant.isAfter(at) && (endsAt == null || instant.isBefore(endsAt))));
  }

  private static Instant since(Acceptance act, @Nullable Instant start) {
    return later(act.acceptedAt(), start);
  }

  private static Instant later(Instant one, @Nullable Instant start) {
    return start != null && one.isBefore(start) ? start : one;
  }
}
