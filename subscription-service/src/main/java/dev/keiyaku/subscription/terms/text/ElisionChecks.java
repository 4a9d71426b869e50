package dev.keiyaku.subscription.terms.text;

import dev.keiyaku.contract.terms.NodeKind;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is left out (略) in a version stays left out in the one that follows it, unless that one says
 * that it knowingly fills it in or drops it; and words that were known are not lost again.
 */
public final class ElisionChecks {

  private final Map<String, TermsNode> old;
  private final Map<String, TermsNode> fresh;
  private final Findings findings;

  private ElisionChecks(TermsContent old, TermsContent fresh, Findings findings) {
    this.old = byPath(old);
    this.fresh = byPath(fresh);
    this.findings = findings;
  }

  /**
   * Adds what is wrong to the findings.
   *
   * @param replaced the paths of elided nodes that the new one says it replaces
   */
  public static void of(
      TermsContent old, TermsContent fresh, Collection<String> replaced, Findings findings) {
    var checks = new ElisionChecks(old, fresh, findings);
    checks.kept(new HashSet<>(replaced));
    checks.lost();
  }

  /** The nodes of a content by path, in order. */
  public static Map<String, TermsNode> byPath(TermsContent content) {
    return content
        .allNodes()
        .collect(
            Collectors.toMap(
                TermsNode::path, Function.identity(), (first, _) -> first, LinkedHashMap::new));
  }

  private void kept(Set<String> replaced) {
    old.values().stream()
        .filter(TermsNode::elided)
        .forEach(node ->
            findings.check(
                isElided(fresh.get(node.path())) != replaced.remove(node.path()),
                node.path(),
                "elided-before"));
    findings.check(replaced.isEmpty(), "replacesElided", "not-elided-before");
  }

  private void lost() {
    fresh.values().stream()
        .filter(TermsNode::elided)
        .forEach(node ->
            findings.check(
                !isKnown(old.get(node.path())) && !isKnownWithin(node), node.path(), "words-lost"));
  }

  private boolean isKnownWithin(TermsNode run) {
    var range = Numbering.of(run).filter(_ -> run.kind() == NodeKind.ARTICLE_RANGE);
    return range.isPresent()
        && old.values().stream()
            .filter(node -> node.kind() == NodeKind.ARTICLE && !node.elided())
            .flatMap(node -> Numbering.of(node).stream())
            .anyMatch(article -> range.get().covers(article.first()));
  }

  private static boolean isElided(@Nullable TermsNode node) {
    return node != null && node.elided();
  }

  private static boolean isKnown(@Nullable TermsNode node) {
    return node != null && !node.elided();
  }
}
