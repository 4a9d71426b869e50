package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.subscription.Product;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.text.Findings;
import dev.keiyaku.subscription.terms.text.TextChecks;
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

  private final Findings findings = new Findings();
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
    of(command, computed, history).refuse();
  }

  /** All that stands against a publication but its name; empty when nothing does. */
  static Findings of(PublishTermsVersion command, String computed, TermsHistory history) {
    var checks = new PublicationChecks();
    var succession = new SuccessionChecks(command, history, checks.findings);
    checks.content(command.content());
    // The words are read only when the paths by which they are named can be said again.
    if (checks.findings.all().isEmpty()) {
      TextChecks.of(command.content(), checks.findings);
      succession.content();
    }
    checks.version(command, computed, history);
    succession.order();
    return checks.findings;
  }

  private void version(PublishTermsVersion command, String computed, TermsHistory history) {
    findings.check(
        history.versions().stream()
            .noneMatch(v -> Objects.equals(v.published().effectiveFrom(), command.effectiveFrom())),
        "effectiveFrom",
        "another-version-begins-then");
    findings.check(
        command.contentSha256() == null || command.contentSha256().equals(computed),
        "contentSha256",
        "not-the-hash-of-this-content");
  }

  private void content(TermsContent content) {
    var nodes = content.allNodes().toList();
    findings.check(!nodes.isEmpty() && nodes.size() <= MOST_NODES, "content.nodes", "size");
    nodes.forEach(this::node);
    content.governing().forEach(governing -> resolves(governing.path(), "content.governing"));
    for (var rule : content.eligibility()) {
      resolves(rule.path(), "content.eligibility");
      findings.check(PRODUCTS.contains(rule.product()), "content.eligibility", "unknown-product");
      findings.check(!rule.plans().isEmpty(), "content.eligibility", "no-plan");
    }
  }

  private void node(TermsNode node) {
    var place = PATH.matcher(node.path()).matches() ? node.path() : "content.nodes";
    findings.check(
        PATH.matcher(node.path()).matches() && node.path().length() <= LONGEST_PATH, place, "path");
    findings.check(paths.add(node.path()), place, "path-twice");
    findings.check(!node.elided() || node.text() == null, place, "elided-with-text");
    findings.check(
        !node.elided() || ownWords(node.children()).isEmpty(), place, "elided-with-children");
    findings.check(
        node.elided() || node.text() != null || !node.children().isEmpty(), place, "without-words");
  }

  private static List<TermsNode> ownWords(List<TermsNode> children) {
    return children.stream().filter(child -> !child.elided()).toList();
  }

  private void resolves(String path, String place) {
    findings.check(paths.contains(path), place, "no-such-node");
  }
}
