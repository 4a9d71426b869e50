package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.RecordedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules notified under a terms document (諸規程, 第2条4), folded from its events. Immutable; where a
 * rule stands is computed at the instant asked, so nothing has to run at midnight.
 */
public final class NotifiedRules {

  private static final Comparator<Rule> BY_START =
      Comparator.comparing(Rule::joinsAt).thenComparing(rule -> rule.entry().sequence());

  private final List<Rule> rules;

  private NotifiedRules(List<Rule> rules) {
    this.rules = rules;
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
    var ends = events(entries, TermsRuleEnded.class).toList();
    var notified = events(entries, TermsRuleNotified.class).toList();
    return new NotifiedRules(
        entries.stream().flatMap(entry -> rule(entry, notified, ends)).sorted(BY_START).toList());
  }

  private static Stream<Rule> rule(
      RecordedEvent<TermsEvent> entry,
      List<TermsRuleNotified> notified,
      List<TermsRuleEnded> ends) {
    if (!(entry.event() instanceof TermsRuleNotified event)) {
      return Stream.empty();
    }
    var successor =
        notified.stream()
            .filter(other -> event.rule().equals(other.supersedes()))
            .filter(other -> applies(other, end(other.rule(), ends)))
            .min(Comparator.comparing(TermsRuleNotified::joinsAt))
            .orElse(null);
    return Stream.of(new Rule(entry, event, end(event.rule(), ends), successor));
  }

  /** A rule that was ended before it joined never came in another's place. */
  private static boolean applies(TermsRuleNotified rule, @Nullable TermsRuleEnded end) {
    return end == null || end.effectiveAt().isAfter(rule.joinsAt());
  }

  private static @Nullable TermsRuleEnded end(String rule, List<TermsRuleEnded> ends) {
    return ends.stream().filter(end -> end.rule().equals(rule)).findFirst().orElse(null);
  }

  private static <E extends TermsEvent> Stream<E> events(
      List<RecordedEvent<TermsEvent>> entries, Class<E> kind) {
    return entries.stream().map(RecordedEvent::event).filter(kind::isInstance).map(kind::cast);
  }

  /** Every rule ever notified, by when it becomes part of the terms. */
  public List<Rule> all() {
    return rules;
  }

  /** The rule of that name, whatever became of it. */
  public Optional<Rule> rule(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** Those that are part of terms which name this vendor, at an instant, UTC. */
  public List<Rule> partOf(TermsContent terms, Instant at) {
    return rules.stream()
        .filter(rule -> rule.standing(at) == RuleStanding.IN_FORCE)
        .filter(rule -> rule.notified().content().issuer().isNamedBy(terms.vendor()))
        .toList();
  }
}
