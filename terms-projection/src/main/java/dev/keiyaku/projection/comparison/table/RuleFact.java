package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.NotifiedRules;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notified rule (諸規程, 第2条4) that is part of one of the versions on its day and not of the other
 * on its own. The day of a version is its first; of one with an open start, the last before the
 * next.
 *
 * @param change CHANGED when a rule of one day has come in the place of a rule of the other
 * @param from null when no such rule is part of the old version on its day
 * @param to null when no such rule is part of the new version on its day
 */
public record RuleFact(Change change, @Nullable RulePart from, @Nullable RulePart to) {

  /** In the order of the new day, then what it no longer has. */
  static List<RuleFact> of(TermsHistory history, Version from, Version to) {
    var old = parts(history, from, to);
    var amended = parts(history, to, from);
    var gone = new ArrayList<>(old);
    gone.removeAll(amended);
    var facts = new ArrayList<RuleFact>();
    for (var part : amended) {
      if (!old.contains(part)) {
        var before = taken(gone, part, history.rules());
        facts.add(new RuleFact(before == null ? Change.INSERTED : Change.CHANGED, before, part));
      }
    }
    gone.forEach(part -> facts.add(new RuleFact(Change.DELETED, part, null)));
    return List.copyOf(facts);
  }

  private static List<RulePart> parts(TermsHistory history, Version version, Version other) {
    return day(history, version, other).stream()
        .flatMap(day -> RulePart.of(history, version, day).stream())
        .toList();
  }

  /** Empty for an open start that nothing follows: then there is nothing to compare with. */
  private static Optional<Instant> day(TermsHistory history, Version version, Version other) {
    var start = version.effectiveAt();
    if (start != null) {
      return Optional.of(start);
    }
    return history
        .after(version)
        .or(() -> Optional.of(other))
        .map(Version::effectiveAt)
        .filter(Objects::nonNull)
        .map(next -> next.minus(1, ChronoUnit.MICROS));
  }

  /** The rule that one supersedes, or that supersedes it: either version may be the later one. */
  private static @Nullable RulePart taken(List<RulePart> gone, RulePart part, NotifiedRules rules) {
    var found =
        gone.stream()
            .filter(other ->
                follows(part.rule(), other.rule(), rules)
                    || follows(other.rule(), part.rule(), rules))
            .findFirst();
    found.ifPresent(gone::remove);
    return found.orElse(null);
  }

  private static boolean follows(String later, String earlier, NotifiedRules rules) {
    for (var name = later; name != null; name = before(name, rules)) {
      if (name.equals(earlier)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String before(String name, NotifiedRules rules) {
    return rules.rule(name).map(rule -> rule.notified().supersedes()).orElse(null);
  }
}
