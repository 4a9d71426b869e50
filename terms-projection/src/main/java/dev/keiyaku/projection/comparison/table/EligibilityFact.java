package dev.keiyaku.projection.comparison.table;

import dev.keiyaku.contract.terms.EligibilityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To which network contracts a product is limited (第5条 3), old beside new.
 *
 * @param from null when the old version has no such limit
 * @param to null when the new version has no such limit
 * @param differing names of the members in which they differ, such as {@code plans}
 */
public record EligibilityFact(
    Change change,
    @Nullable EligibilityRule from,
    @Nullable EligibilityRule to,
    List<String> differing) {

  /** In the order of the new version, then what it no longer has. */
  static List<EligibilityFact> of(List<EligibilityRule> from, List<EligibilityRule> to) {
    var left = new ArrayList<>(from);
    var facts = new ArrayList<EligibilityFact>();
    for (var rule : to) {
      var old = taken(left, rule);
      facts.add(
          old == null
              ? new EligibilityFact(Change.INSERTED, null, rule, List.of())
              : of(old, rule));
    }
    left.forEach(rule -> facts.add(new EligibilityFact(Change.DELETED, rule, null, List.of())));
    return List.copyOf(facts);
  }

  private static @Nullable EligibilityRule taken(List<EligibilityRule> left, EligibilityRule rule) {
    return Stream.<Predicate<EligibilityRule>>of(
            rule::equals,
            old -> contract(old).equals(contract(rule)),
            old -> old.product().equals(rule.product()))
        .flatMap(same -> left.stream().filter(same))
        .findFirst()
        .filter(left::remove)
        .orElse(null);
  }

  private static List<Object> contract(EligibilityRule rule) {
    return List.of(rule.product(), rule.agreement(), rule.category(), rule.type(), rule.course());
  }

  private static EligibilityFact of(EligibilityRule old, EligibilityRule rule) {
    var differing =
        Stream.of(
                differs("agreement", EligibilityRule::agreement, old, rule),
                differs("category", EligibilityRule::category, old, rule),
                differs("type", EligibilityRule::type, old, rule),
                differs("course", EligibilityRule::course, old, rule),
                differs("plans", EligibilityRule::plans, old, rule))
            .flatMap(names -> names)
            .toList();
    return new EligibilityFact(
        differing.isEmpty() ? Change.UNCHANGED : Change.CHANGED, old, rule, differing);
  }

  private static Stream<String> differs(
      String name,
      Function<EligibilityRule, Object> member,
      EligibilityRule old,
      EligibilityRule rule) {
    return member.apply(old).equals(member.apply(rule)) ? Stream.empty() : Stream.of(name);
  }
}
