package dev.keiyaku.contract.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two standing facts that cannot both hold. A late entry is judged by what held at its effective
 * time and may not contradict what was recorded to hold later (rules of a real operator); so may no
 * correction.
 *
 * @param kind what is wrong
 * @param fact the fact that does not fit
 */
public record Contradiction(Kind kind, Fact fact) {

  /** What is wrong. */
  public enum Kind {
    /** It holds before the application. */
    BEFORE_APPLICATION,
    /** It holds after the contract's end, and had begun when the end was asserted. */
    AFTER_CANCELLATION,
    /** It ends a suspension before its start. */
    LIFTED_BEFORE_START,
    /** It ends an objection, or settles a withdrawal, before that was made. */
    ENDED_BEFORE_BEGUN,
    /** It withdraws a consent that had not been given by then. */
    WITHDRAWN_BEFORE_GIVEN,
    /** There can be only one of it. */
    TWICE
  }

  static Optional<Contradiction> in(Life life) {
    if (life.application().isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(twice(life), beforeApplication(life), afterEnd(life), liftedTooEarly(life))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> ContradictingActs.in(life).findFirst());
  }

  private static Optional<Contradiction> beforeApplication(Life life) {
    Instant begin = life.application().orElseThrow().effectiveAt();
    return first(
        life,
        fact -> fact.effectiveAt().isBefore(begin) && !(fact.event() instanceof TermsDisplayed),
        Kind.BEFORE_APPLICATION);
  }

  /**
   * What was announced to begin after the end is only overtaken by it; what had begun, or was
   * entered afterwards, contradicts it.
   */
  private static Optional<Contradiction> afterEnd(Life life) {
    return life.cancellation()
        .flatMap(end ->
            first(
                life,
                fact ->
                    needsLiveContract(life, fact.event())
                        && !fact.effectiveAt().isBefore(end.effectiveAt())
                        && (!fact.effectiveAt().isAfter(end.assertedAt())
                            || fact.assertedAt().isAfter(end.assertedAt())),
                Kind.AFTER_CANCELLATION));
  }

  /** A suspension that was withdrawn, or the lift of one that never was, asks nothing of it. */
  private static boolean needsLiveContract(Life life, SubscriptionEvent event) {
    return switch (event) {
      case SubscriptionActivated _, TermsAccepted _, AmendmentObjected _, ConsentWithdrawn _ ->
          true;
      case ObjectionWithdrawn _ -> ContradictingActs.begin(life, event).isPresent();
      case SubscriptionSuspended suspended -> stands(life, suspended.suspensionId());
      case SuspensionLifted lifted -> stands(life, lifted.suspensionId());
      default -> false;
    };
  }

  private static boolean stands(Life life, String suspensionId) {
    return life.suspension(suspensionId).filter(found -> !found.withdrawn()).isPresent();
  }

  private static Optional<Contradiction> liftedTooEarly(Life life) {
    return first(
        life,
        fact ->
            fact.event() instanceof SuspensionLifted lifted
                && life.suspension(lifted.suspensionId())
                    .filter(suspension -> fact.effectiveAt().isBefore(suspension.startsAt()))
                    .isPresent(),
        Kind.LIFTED_BEFORE_START);
  }

  private static Optional<Contradiction> twice(Life life) {
    var activations = life.of(SubscriptionActivated.class).skip(1);
    var cancellations = life.cancellations().skip(1);
    var endings =
        life.suspensions().stream().flatMap(s -> life.endingsOf(s.suspensionId()).skip(1));
    return Stream.of(activations, cancellations, endings)
        .flatMap(facts -> facts)
        .findFirst()
        .map(fact -> new Contradiction(Kind.TWICE, fact));
  }

  private static Optional<Contradiction> first(Life life, Predicate<Fact> wrong, Kind kind) {
    return life.facts().stream()
        .filter(wrong)
        .findFirst()
        .map(fact -> new Contradiction(kind, fact));
  }
}
