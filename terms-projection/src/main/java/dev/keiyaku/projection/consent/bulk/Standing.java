package dev.keiyaku.projection.consent.bulk;

import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.projection.consent.Acceptance;
import dev.keiyaku.projection.consent.Binding;
import dev.keiyaku.projection.consent.known.KnownContract;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a subscription stands to a version of the terms, at an instant. Act and binding are not
 * merged: who accepted a version may be bound by a later one, and several may hold together. This
 * is the definition; {@link StandingCondition} says the same in SQL, and a property test holds them
 * together.
 */
public enum Standing {
  /** The version binds it, by an act or without one; of an ended contract, until it ended. */
  BOUND {
    @Override
    boolean holds(KnownContract contract, Binding binding, String version, Instant at) {
      return version.equals(binding.version());
    }
  },
  /** An act whose display is on record accepts the version, whatever binds now. */
  EXPLICITLY_ACCEPTED {
    @Override
    boolean holds(KnownContract contract, Binding binding, String version, Instant at) {
      return act(contract, binding.document(), version, at).filter(Acceptance::proven).isPresent();
    }
  },
  /** The version binds it by notice alone (みなし合意): no act accepts it. */
  BOUND_BY_NOTICE {
    @Override
    boolean holds(KnownContract contract, Binding binding, String version, Instant at) {
      return version.equals(binding.version())
          && binding.basis() == Binding.Basis.NOTICED_AMENDMENT;
    }
  },
  /** The contract lives, and the version does not bind it: another does, or none. */
  NOT_BOUND {
    @Override
    boolean holds(KnownContract contract, Binding binding, String version, Instant at) {
      return contract.livesAt(at) && !version.equals(binding.version());
    }
  };

  abstract boolean holds(KnownContract contract, Binding binding, String version, Instant at);

  /** All that hold. */
  static List<Standing> of(KnownContract contract, Binding binding, String version, Instant at) {
    return Arrays.stream(values())
        .filter(standing -> standing.holds(contract, binding, version, at))
        .toList();
  }

  /** The act of a version within the contract's life: a proven one, if any, before another. */
  static Optional<Acceptance> act(
      KnownContract contract, String document, String version, Instant at) {
    var begins = contract.beginsAt();
    var ends = contract.endsAt();
    if (begins == null || at.isBefore(begins)) {
      return Optional.empty();
    }
    var acts =
        contract.acceptances().stream()
            .filter(act -> act.terms().document().equals(document))
            .filter(act -> act.terms().version().equals(version) && act.madeBy(at))
            .filter(act -> ends == null || act.acceptedAt().isBefore(ends))
            .toList();
    return acts.stream()
        .filter(act -> act.basis() == AcceptanceBasis.EXPLICIT)
        .findFirst()
        .or(() -> acts.stream().findFirst());
  }
}
