package dev.keiyaku.contract.terms;

import dev.keiyaku.contract.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which notified rule came in whose place. A rule that never applied, or that is none of the terms
 * asked about, came in nobody's: what supersedes it comes in the place of the one before it.
 */
final class RuleSuccession {

  private final List<TermsRuleNotified> notified;
  private final List<TermsRuleEnded> ends;
  private final Predicate<RuleIssuer> named;

  RuleSuccession(List<RecordedEvent<TermsEvent>> entries, Predicate<RuleIssuer> named) {
    this.notified = events(entries, TermsRuleNotified.class);
    this.ends = events(entries, TermsRuleEnded.class);
    this.named = named;
  }

  /** The rule of which the entry is the notification; empty when it is of something else. */
  Optional<NotifiedRules.Rule> rule(RecordedEvent<TermsEvent> entry) {
    return entry.event() instanceof TermsRuleNotified rule && named.test(rule.content().issuer())
        ? Optional.of(new NotifiedRules.Rule(entry, rule, end(rule), successor(rule)))
        : Optional.empty();
  }

  private @Nullable TermsRuleNotified successor(TermsRuleNotified rule) {
    return notified.stream()
        .filter(this::applies)
        .filter(other -> rule.equals(predecessor(other)))
        .min(Comparator.comparing(TermsRuleNotified::joinsAt))
        .orElse(null);
  }

  /** The names make no ring: a rule supersedes only one recorded before it. */
  private @Nullable TermsRuleNotified predecessor(TermsRuleNotified rule) {
    var before = superseded(rule);
    while (before != null && !applies(before)) {
      before = superseded(before);
    }
    return before;
  }

  private @Nullable TermsRuleNotified superseded(TermsRuleNotified rule) {
    return notified.stream()
        .filter(other -> other.rule().equals(rule.supersedes()))
        .findFirst()
        .orElse(null);
  }

  private boolean applies(TermsRuleNotified rule) {
    var end = end(rule);
    return named.test(rule.content().issuer())
        && (end == null || end.effectiveAt().isAfter(rule.joinsAt()));
  }

  private @Nullable TermsRuleEnded end(TermsRuleNotified rule) {
    return ends.stream().filter(end -> end.rule().equals(rule.rule())).findFirst().orElse(null);
  }

  private static <E extends TermsEvent> List<E> events(
      List<RecordedEvent<TermsEvent>> entries, Class<E> kind) {
    return entries.stream()
        .map(RecordedEvent::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
