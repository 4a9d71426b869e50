package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terms that a version defines: the rows of its table of definitions, and 以下「…」という in its
 * words. Japanese does not mark where a term is used, so a use is known only where the words name
 * the defining article: 第5条に定める「…」.
 */
final class Definitions {

  private static final Pattern INLINE =
      Pattern.compile("以下[、,]?\\s*+(?:(?:単に|総称して|併せて)\\s*+)?「([^「」]{1,100})」と(?:いう|いい|総称|称|呼)");
  private static final Pattern SAID_TO_BE =
      Pattern.compile(
          "\\s*+(?:\\([^()]{0,60}\\)\\s*+)?(?:に|において|で)(?:定める|定義する|定義される|規定する|いう)"
              + "「([^「」]{1,100})」");

  private final Set<String> terms = new HashSet<>();

  private Definitions() {}

  /** Those of a content; notes what is defined twice and rows without a term. */
  static Definitions of(TermsContent content, Findings findings) {
    var definitions = new Definitions();
    content.allNodes().forEach(node -> definitions.take(node, findings));
    return definitions;
  }

  private void take(TermsNode node, Findings findings) {
    if (node.kind() == NodeKind.DEFINITION) {
      var named = node.heading() != null && !node.heading().isBlank();
      findings.check(named, node.path(), "without-term");
      findings.check(!named || terms.add(term(node.heading())), node.path(), "defined-twice");
    }
    if (node.text() != null) {
      INLINE
          .matcher(TextChecks.normal(node.text()))
          .results()
          .forEach(match ->
              findings.check(terms.add(term(match.group(1))), node.path(), "defined-twice"));
    }
  }

  /** Whether what an article is said to define, right after a reference to it, is defined. */
  boolean knows(String text, int end) {
    var said = SAID_TO_BE.matcher(text).region(end, text.length());
    return !said.lookingAt() || terms.contains(term(said.group(1)));
  }

  private static String term(@Nullable String text) {
    return text == null ? "" : TextChecks.normal(text).replaceAll("\\s", "");
  }
}
