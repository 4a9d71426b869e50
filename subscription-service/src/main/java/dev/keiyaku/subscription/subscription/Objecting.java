package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.AmendmentObjected;
import dev.keiyaku.contract.subscription.Fact;
import dev.keiyaku.contract.subscription.Life;
import dev.keiyaku.contract.subscription.Objection;
import dev.keiyaku.contract.subscription.ObjectionWithdrawn;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.ObjectToAmendment;
import dev.keiyaku.subscription.subscription.SubscriptionCommand.WithdrawObjection;
import java.time.Instant;

/**
 * Objections to amendments. Only an amendment that would change what was agreed can be objected to:
 * one that stands, begins in the contract's life, after its first instant, and that the subscriber
 * has not accepted.
 */
record Objecting(Refused refused, TermsHistory history) {

  /**
   * The fact of one asked for.
   *
   * @param document the product's own
   * @throws Problem INVALID_FIELD, TERMS_VERSION_UNKNOWN, AMENDMENT_NOT_APPLICABLE or
   *     ALREADY_OBJECTED, in this order
   */
  AmendmentObjected event(ObjectToAmendment c, String document, Instant at, Sealer sealer) {
    if (!c.document().equals(document)) {
      throw Problem.of(ProblemCode.INVALID_FIELD).violation("document", "invalid");
    }
    var version =
        history
            .version(c.version())
            .orElseThrow(() -> Problem.of(ProblemCode.TERMS_VERSION_UNKNOWN).detail(c.version()));
    if (!concerns(version, at)) {
      throw refused.because(ProblemCode.AMENDMENT_NOT_APPLICABLE, c.version());
    }
    refuseTwice(c.version(), at);
    return new AmendmentObjected(
        c.subscriptionId(),
        c.objectionId(),
        new Clauses(version).reference(),
        sealer.objection(c.statement()),
        at,
        sealer.reason());
  }

  /**
   * The fact that ends one.
   *
   * @throws Problem OBJECTION_UNKNOWN or OBJECTION_NOT_STANDING
   */
  ObjectionWithdrawn event(WithdrawObjection c, Instant at, Sealer sealer) {
    var objection =
        life().objections().stream()
            .filter(made -> made.objectionId().equals(c.objectionId()))
            .findFirst()
            .orElseThrow(() -> refused.because(ProblemCode.OBJECTION_UNKNOWN));
    if (objection.withdrawnAt() instanceof Instant withdrawnAt) {
      throw refused.because(ProblemCode.OBJECTION_NOT_STANDING, c.objectionId(), withdrawnAt);
    }
    return new ObjectionWithdrawn(c.subscriptionId(), c.objectionId(), at, sealer.reason());
  }

  /** Whether it could be made at another time too. */
  boolean concerns(AmendmentObjected objected, Instant at) {
    return history
        .version(objected.terms().version())
        .filter(version -> concerns(version, at))
        .isPresent();
  }

  private boolean concerns(Version version, Instant at) {
    var start = version.effectiveAt();
    var end = life().endsAt();
    return start != null
        && version.kind() == VersionKind.AMENDMENT
        && version.withdrawn() == null
        && life().beginsAt() instanceof Instant begin
        && begin.isBefore(start)
        && (end == null || start.isBefore(end))
        && life().acceptances().stream().noneMatch(act -> accepts(act, version, at));
  }

  private static boolean accepts(Fact act, Version version, Instant at) {
    return !act.effectiveAt().isAfter(at)
        && ((TermsAccepted) act.event()).terms().version().equals(version.name());
  }

  private void refuseTwice(String version, Instant at) {
    life().objections().stream()
        .filter(made -> made.declared().terms().version().equals(version) && made.standsAt(at))
        .map(Objection::objectedAt)
        .findFirst()
        .ifPresent(since -> {
          throw refused.because(ProblemCode.ALREADY_OBJECTED, version, since);
        });
  }

  private Life life() {
    return refused.life();
  }
}
