package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsNode;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which number a node has among its like: {@code art5-2} is 第5条の2, {@code art3-art4} runs from 第3条
 * to 第4条.
 *
 * @param of {@code art}, {@code p}, {@code i} and so on, as its path says
 */
record Numbering(String of, Ordinal first, Ordinal last) {

  static final String ARTICLE = "art";

  private static final Pattern SEGMENT =
      Pattern.compile(
          "([a-z]+)([0-9]{1,4})(?:-([0-9]{1,4}))?(?:-\\1([0-9]{1,4})(?:-([0-9]{1,4}))?)?");
  private static final Pattern LABEL =
      Pattern.compile("第(%1$s)条(?:の(%1$s))?".formatted(Numerals.PATTERN));

  /**
   * A number with its branch.
   *
   * @param branch 2 of 第5条の2; 0 when there is none
   */
  record Ordinal(int number, int branch) implements Comparable<Ordinal> {
    private static final Comparator<Ordinal> ORDER =
        Comparator.comparingInt(Ordinal::number).thenComparingInt(Ordinal::branch);

    @Override
    public int compareTo(Ordinal other) {
      return ORDER.compare(this, other);
    }
  }

  /** Of a node, by the last part of its path; empty when that has no number. */
  static Optional<Numbering> of(TermsNode node) {
    var segment = node.path().substring(node.path().lastIndexOf('/') + 1);
    var matcher = SEGMENT.matcher(segment);
    return matcher.matches() ? Optional.of(of(matcher.toMatchResult())) : Optional.empty();
  }

  /** The number that an article's label writes; empty when it writes none. */
  static Optional<Ordinal> label(TermsNode article) {
    if (article.kind() != NodeKind.ARTICLE) {
      return Optional.empty();
    }
    var label = Normalizer.normalize(article.label(), Normalizer.Form.NFKC).replace(" ", "");
    var matcher = LABEL.matcher(label);
    return matcher.matches()
        ? Optional.of(number(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  boolean covers(Ordinal number) {
    return first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
  }

  boolean isAfter(Numbering other) {
    return first.compareTo(other.last) > 0;
  }

  static Ordinal number(String number, @Nullable String branch) {
    return new Ordinal(Numerals.of(number), branch == null ? 0 : Numerals.of(branch));
  }

  private static Numbering of(MatchResult segment) {
    var first = number(segment.group(2), segment.group(3));
    var last = segment.group(4) == null ? first : number(segment.group(4), segment.group(5));
    return new Numbering(segment.group(1), first, last);
  }
}
