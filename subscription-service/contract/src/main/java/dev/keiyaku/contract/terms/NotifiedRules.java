package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules notified under a terms document (諸規程, 第2条4), folded from its events. Immutable; where a
 * rule stands is computed at the instant asked, so nothing has to run at midnight.
 */
public final class NotifiedRules {

  private static final Comparator<Rule> BY_START =
      Comparator.comparing(Rule::joinsAt).thenComparing(rule -> rule.entry().sequence());

  private final List<RecordedEvent<TermsEvent>> entries;
  private final List<Rule> rules;

  private NotifiedRules(List<RecordedEvent<TermsEvent>> entries, Predicate<RuleIssuer> named) {
    this.entries = entries;
    var succession = new RuleSuccession(entries, named);
    this.rules =
        entries.stream()
            .flatMap(entry -> succession.rule(entry).stream())
            .sorted(BY_START)
            .toList();
  }

  /**
   * A rule with what was recorded of it.
   *
   * @param entry its notification as recorded
   * @param ended null when it was not ended
   * @param successor the rule that came, or comes, in its place; null when none does
   */
  public record Rule(
      RecordedEvent<TermsEvent> entry,
      TermsRuleNotified notified,
      @Nullable TermsRuleEnded ended,
      @Nullable TermsRuleNotified successor) {

    /** Its name. */
    public String name() {
      return notified.rule();
    }

    /** When it becomes part of the terms, UTC. */
    public Instant joinsAt() {
      return notified.joinsAt();
    }

    /** The first instant at which it is no longer part of them, UTC; null while none is known. */
    public @Nullable Instant endsAt() {
      var end = ended == null ? null : ended.effectiveAt();
      var replaced = successor == null ? null : successor.joinsAt();
      if (end == null || replaced == null) {
        return end == null ? replaced : end;
      }
      return end.isAfter(replaced) ? replaced : end;
    }

    /** Where it stands at an instant, UTC. */
    public RuleStanding standing(Instant at) {
      if (at.isBefore(notified.effectiveAt())) {
        return RuleStanding.AHEAD;
      }
      var end = endsAt();
      if (end != null && !at.isBefore(end)) {
        return ended != null && end.equals(ended.effectiveAt())
            ? RuleStanding.ENDED
            : RuleStanding.SUPERSEDED;
      }
      return at.isBefore(joinsAt()) ? RuleStanding.NOT_YET_NOTIFIED : RuleStanding.IN_FORCE;
    }
  }

  /** The rules that the events of a document tell of; those of versions are passed over. */
  static NotifiedRules of(List<RecordedEvent<TermsEvent>> entries) {
    return new NotifiedRules(entries, _ -> true);
  }

  /** Every rule ever notified, by when it becomes part of the terms. */
  public List<Rule> all() {
    return rules;
  }

  /** The rule of that name, whatever became of it. */
  public Optional<Rule> rule(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /**
   * Those of terms that name this vendor. A rule of another vendor is none of theirs, so it comes
   * in the place of none of theirs either.
   */
  public NotifiedRules under(Vendor vendor) {
    return new NotifiedRules(entries, issuer -> issuer.isNamedBy(vendor));
  }

  /** Those that are part of these terms at an instant, UTC. */
  public List<Rule> partOf(TermsContent terms, Instant at) {
    return under(terms.vendor()).rules.stream()
        .filter(rule -> rule.standing(at) == RuleStanding.IN_FORCE)
        .toList();
  }
}
