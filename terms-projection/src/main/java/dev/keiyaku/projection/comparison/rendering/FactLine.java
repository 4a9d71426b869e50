package dev.keiyaku.projection.comparison.rendering;

import dev.keiyaku.contract.terms.EligibilityRule;
import dev.keiyaku.projection.comparison.table.Change;
import dev.keiyaku.projection.comparison.table.EligibilityFact;
import dev.keiyaku.projection.comparison.table.Fact;
import dev.keiyaku.projection.comparison.table.Facts;
import dev.keiyaku.projection.comparison.table.JapaneseDay;
import dev.keiyaku.projection.comparison.table.RuleFact;
import dev.keiyaku.projection.comparison.wording.Run;
import dev.keiyaku.projection.terms.rule.RulePart;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something said as data in which the versions differ.
 *
 * @param from in words; （なし） when the old version does not say it
 * @param to in words; （なし） when the new version does not say it
 */
record FactLine(String subject, String from, String to) {

  private static final String NONE = "（なし）";

  static List<FactLine> of(Facts facts) {
    return Stream.of(
            fact("規約の名称", facts.title()),
            fact("事業者", facts.vendor()),
            facts.governing().stream().flatMap(fact -> fact("併せて適用される約款等", fact)),
            facts.eligibility().stream().flatMap(FactLine::rule),
            facts.rules().stream().map(FactLine::notified))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<FactLine> fact(String subject, Fact fact) {
    return fact.change() == Change.UNCHANGED || fact.change() == Change.FORM
        ? Stream.empty()
        : Stream.of(new FactLine(subject, words(fact.from()), words(fact.to())));
  }

  private static String words(Fact.@Nullable Said said) {
    return said == null ? NONE : Run.text(said.words());
  }

  private static Stream<FactLine> rule(EligibilityFact fact) {
    var rule = fact.to() == null ? fact.from() : fact.to();
    return fact.change() == Change.UNCHANGED || rule == null
        ? Stream.empty()
        : Stream.of(new FactLine("申込資格 " + rule.product(), words(fact.from()), words(fact.to())));
  }

  private static FactLine notified(RuleFact fact) {
    return new FactLine("通知された諸規程", words(fact.from()), words(fact.to()));
  }

  /** Which of two rules of one title is meant, its day and its name say. */
  private static String words(@Nullable RulePart rule) {
    return rule == null
        ? NONE
        : rule.title()
            + "（"
            + Objects.requireNonNullElse(rule.issuer().name(), "当社")
            + "、"
            + JapaneseDay.western(rule.effectiveFrom())
            + "～、"
            + rule.rule()
            + "）";
  }

  private static String words(@Nullable EligibilityRule rule) {
    return rule == null
        ? NONE
        : rule.agreement()
            + " 第"
            + rule.category()
            + "種 タイプ"
            + rule.type()
            + " コース"
            + rule.course()
            + rule.plans().stream()
                .map(String::valueOf)
                .collect(Collectors.joining("・", " プラン", ""));
  }
}
