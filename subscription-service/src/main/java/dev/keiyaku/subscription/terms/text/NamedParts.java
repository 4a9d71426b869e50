package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The parts of a document that are no article: 第3章, 附則, 別紙, 別表, 料金表, 第1表, and whether words that
 * name one find it. A chapter may be among articles that are left out: it is missed only where none
 * are.
 */
final class NamedParts {

  private static final Pattern NAME =
      Pattern.compile(
          "(?<chapter>第(?<number>%1$s)章)|(?<supplement>附\\s?則)(?:\\s*第(?<para>%1$s)項)?"
                  .formatted(Numerals.PATTERN)
              + "|(?<part>(?:別紙|別表|別記)(?:第?(?:%1$s))?|料金表|第(?:%1$s)表)".formatted(Numerals.PATTERN));
  private static final Set<NodeKind> APART = Set.of(NodeKind.TABLE, NodeKind.ANNEX);
  private static final Pattern A_NUMBER = Pattern.compile("第?(?:%s)$".formatted(Numerals.PATTERN));

  private final Set<Integer> chapters = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> leftOut = new HashSet<>();
  private final List<TermsNode> supplements;
  private final boolean articlesAreLeftOut;

  NamedParts(TermsContent content) {
    var nodes = content.allNodes().toList();
    supplements = nodes.stream().filter(node -> node.kind() == NodeKind.SUPPLEMENT).toList();
    articlesAreLeftOut =
        nodes.stream()
            .anyMatch(node ->
                node.kind() == NodeKind.ARTICLE_RANGE
                    || node.elided()
                        && (node.kind() == NodeKind.ARTICLE || node.kind() == NodeKind.CHAPTER));
    nodes.forEach(this::take);
  }

  /** Whether all that a text names, in NFKC, are there; those of other documents are left alone. */
  boolean hasAllOf(String text, Outside outside) {
    return NAME.matcher(text)
        .results()
        .allMatch(match ->
            outside.is(text.substring(Math.max(0, match.start() - 120), match.start()))
                || has(match));
  }

  private boolean has(MatchResult match) {
    if (match.group("chapter") != null) {
      return articlesAreLeftOut || chapters.contains(Numerals.of(match.group("number")));
    }
    if (match.group("supplement") != null) {
      return match.group("para") == null
          ? !supplements.isEmpty()
          : hasParagraph(Numerals.of(match.group("para")));
    }
    var name = match.group("part");
    // 別紙2 may be in a 別紙 that is left out; 別紙 alone may mean any that is numbered.
    return names.contains(name)
        || leftOut.contains(A_NUMBER.matcher(name).replaceFirst(""))
        || names.stream().anyMatch(known -> A_NUMBER.matcher(known).replaceFirst("").equals(name));
  }

  /** Each amendment adds a 附則: which one is meant is not written, so any will do. */
  private boolean hasParagraph(int number) {
    return supplements.stream()
        .anyMatch(it ->
            it.elided()
                || Parts.of(it).leavesParagraphsOut()
                || Parts.of(it).paragraph(number).isPresent());
  }

  private void take(TermsNode node) {
    if (node.kind() == NodeKind.CHAPTER) {
      NAME.matcher(plain(node.label()))
          .results()
          .filter(match -> match.group("chapter") != null)
          .forEach(match -> chapters.add(Numerals.of(match.group("number"))));
      Numbering.of(node).ifPresent(number -> chapters.add(number.first().number()));
    } else if (APART.contains(node.kind())) {
      name(plain(node.label()), node.elided());
      name(plain(node.heading() == null ? "" : node.heading()), node.elided());
    }
  }

  private void name(String name, boolean elided) {
    if (!name.isEmpty()) {
      names.add(name);
      if (elided) {
        leftOut.add(name);
      }
    }
  }

  private static String plain(String words) {
    return TextChecks.normal(words).replaceAll("\\s", "");
  }
}
