package dev.keiyaku.contract.subscription;

import dev.keiyaku.contract.subscription.Contradiction.Kind;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What cannot both hold of objections and of withdrawn consents. */
final class ContradictingActs {

  private final Life life;

  private ContradictingActs(Life life) {
    this.life = life;
  }

  static Stream<Contradiction> in(Life life) {
    var acts = new ContradictingActs(life);
    return life.facts().stream().flatMap(fact -> acts.wrong(fact).stream());
  }

  private Optional<Contradiction> wrong(Fact fact) {
    return switch (fact.event()) {
      case AmendmentObjected objected when doubled(objected) -> found(Kind.TWICE, fact);
      case ConsentWithdrawn withdrawn when ungiven(withdrawn, fact) ->
          found(Kind.WITHDRAWN_BEFORE_GIVEN, fact);
      case ObjectionWithdrawn _, ConsentWithdrawalSettled _ -> wrongEnding(fact);
      default -> Optional.empty();
    };
  }

  private Optional<Contradiction> wrongEnding(Fact ending) {
    if (ending.event() instanceof ObjectionWithdrawn withdrawn && isAnother(withdrawn, ending)) {
      return found(Kind.TWICE, ending);
    }
    return begin(life, ending.event())
        .filter(begin -> ending.effectiveAt().isBefore(begin.effectiveAt()))
        .flatMap(_ -> found(Kind.ENDED_BEFORE_BEGUN, ending));
  }

  private boolean isAnother(ObjectionWithdrawn withdrawn, Fact ending) {
    return life.of(ObjectionWithdrawn.class)
        .filter(fact ->
            ((ObjectionWithdrawn) fact.event()).objectionId().equals(withdrawn.objectionId()))
        .findFirst()
        .filter(ending::equals)
        .isEmpty();
  }

  /** What began the thing that an entry ends, if that stands. */
  static Optional<Fact> begin(Life life, SubscriptionEvent ending) {
    return life.facts().stream()
        .filter(fact ->
            switch (fact.event()) {
              case AmendmentObjected objected -> objected.objectionId().equals(ended(ending));
              case ConsentWithdrawn withdrawn -> withdrawn.withdrawalId().equals(ended(ending));
              default -> false;
            })
        .findFirst();
  }

  private static @Nullable String ended(SubscriptionEvent ending) {
    return switch (ending) {
      case ObjectionWithdrawn withdrawn -> withdrawn.objectionId();
      case ConsentWithdrawalSettled settled -> settled.withdrawalId();
      default -> null;
    };
  }

  private boolean doubled(AmendmentObjected objected) {
    var objections = life.objections();
    return objections.stream()
        .filter(one -> one.objectionId().equals(objected.objectionId()))
        .anyMatch(one -> objections.stream().anyMatch(one::doubles));
  }

  /** The acts that it names must stand, and must have been made by then. */
  private boolean ungiven(ConsentWithdrawn withdrawn, Fact fact) {
    return !withdrawn.items().stream()
        .allMatch(item ->
            life.acceptances().stream()
                .filter(act -> !act.effectiveAt().isAfter(fact.effectiveAt()))
                .map(act -> ((TermsAccepted) act.event()).acceptanceId())
                .anyMatch(item.acceptanceId()::equals));
  }

  private static Optional<Contradiction> found(Kind kind, Fact fact) {
    return Optional.of(new Contradiction(kind, fact));
  }
}
