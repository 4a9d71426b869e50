package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What must be true of a version before it is published, for good. Each failure names its place.
 */
final class PublicationChecks {

  private static final int MOST_NODES = 20_000;
  private static final Pattern PATH = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");
  private static final int LONGEST_PATH = 200;
  private static final Set<String> PRODUCTS =
      Arrays.stream(Product.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final Problem problem = Problem.of(ProblemCode.TERMS_INVALID);
  private final Set<String> paths = new HashSet<>();

  private PublicationChecks() {}

  /**
   * Holds a publication against its rules and against what is published already.
   *
   * @throws Problem TERMS_VERSION_EXISTS or TERMS_INVALID
   */
  static void refuse(PublishTermsVersion command, String computed, TermsHistory history) {
    if (history.version(command.version()).isPresent()) {
      throw Problem.of(ProblemCode.TERMS_VERSION_EXISTS).detail(command.version());
    }
    var checks = new PublicationChecks();
    checks.version(command, computed, history);
    checks.content(command.content());
    if (!checks.problem.violations().isEmpty()) {
      throw checks.problem;
    }
  }

  private void version(PublishTermsVersion command, String computed, TermsHistory history) {
    check(
        history.versions().stream()
            .noneMatch(v -> Objects.equals(v.published().effectiveFrom(), command.effectiveFrom())),
        "effectiveFrom",
        "another-version-begins-then");
    check(
        command.basis() != null || history.versions().isEmpty() || command.effectiveFrom() == null,
        "basis",
        "required-of-an-amendment");
    check(
        command.contentSha256() == null || command.contentSha256().equals(computed),
        "contentSha256",
        "not-the-hash-of-this-content");
  }

  private void content(TermsContent content) {
    var nodes = content.allNodes().toList();
    check(!nodes.isEmpty() && nodes.size() <= MOST_NODES, "content.nodes", "size");
    nodes.forEach(this::node);
    content.governing().forEach(governing -> resolves(governing.path(), "content.governing"));
    for (var rule : content.eligibility()) {
      resolves(rule.path(), "content.eligibility");
      check(PRODUCTS.contains(rule.product()), "content.eligibility", "unknown-product");
      check(!rule.plans().isEmpty(), "content.eligibility", "no-plan");
    }
  }

  private void node(TermsNode node) {
    var place = PATH.matcher(node.path()).matches() ? node.path() : "content.nodes";
    check(
        PATH.matcher(node.path()).matches() && node.path().length() <= LONGEST_PATH, place, "path");
    check(paths.add(node.path()), place, "path-twice");
    check(!node.elided() || node.text() == null, place, "elided-with-text");
    check(!node.elided() || ownWords(node.children()).isEmpty(), place, "elided-with-children");
    check(
        node.elided() || node.text() != null || !node.children().isEmpty(), place, "without-words");
  }

  private static List<TermsNode> ownWords(List<TermsNode> children) {
    return children.stream().filter(child -> !child.elided()).toList();
  }

  private void resolves(String path, String place) {
    check(paths.contains(path), place, "no-such-node");
  }

  private void check(boolean holds, String place, String violation) {
    if (!holds) {
      problem.violation(place, violation);
    }
  }
}
