package dev.keiyaku.subscription.terms;

import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsHistory.Version;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.VersionKind;
import dev.keiyaku.subscription.terms.TermsCommand.PublishTermsVersion;
import dev.keiyaku.subscription.terms.text.ElisionChecks;
import dev.keiyaku.subscription.terms.text.Findings;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be true between a version and the one that it follows. */
final class SuccessionChecks {

  private static final String CHANGED = "changed-by-a-correction";

  private final PublishTermsVersion command;
  private final Succession named;
  private final TermsHistory history;
  private final Findings findings;

  SuccessionChecks(PublishTermsVersion command, TermsHistory history, Findings findings) {
    this.command = command;
    this.named = command.succession();
    this.history = history;
    this.findings = findings;
  }

  /** Those that need no content. */
  void order() {
    named(before().map(Version::name).orElse(null));
    basis();
    between();
  }

  /** Those that hold its words against the earlier ones; of a content that is whole. */
  void content() {
    before()
        .map(version -> version.published().content())
        .ifPresent(before -> {
          if (named.kind() == VersionKind.EDITORIAL) {
            onlyWords(before);
          }
          ElisionChecks.of(before, command.content(), named.replacesElided(), findings);
        });
  }

  private Optional<Version> before() {
    return Succession.before(command.effectiveFrom(), history);
  }

  private void named(@Nullable String before) {
    var follows = named.predecessor();
    if (follows != null) {
      var known = history.version(follows);
      findings.check(known.isPresent(), "predecessor", "no-such-version");
      findings.check(
          known.isEmpty() || follows.equals(before), "predecessor", "not-the-version-before");
      findings.check(named.kind() != VersionKind.FIRST, "predecessor", "not-of-a-first");
    }
    findings.check(before == null || named.kind() != VersionKind.FIRST, "kind", "not-a-first");
    findings.check(
        before != null
            || follows != null
            || named.kind() == null
            || named.kind() == VersionKind.FIRST,
        "predecessor",
        "no-version-before");
  }

  private void basis() {
    var kind = named.kind();
    var basis = command.basis();
    if (kind == VersionKind.EDITORIAL || kind == VersionKind.FIRST) {
      findings.check(basis == null, "basis", "only-of-an-amendment");
      return;
    }
    findings.check(
        basis != null
            || kind == null
                && named.predecessor() == null
                && (history.versions().isEmpty() || command.effectiveFrom() == null),
        "basis",
        "required-of-an-amendment");
  }

  /** A correction takes the place of the version right before it: nothing may come between. */
  private void between() {
    var day = command.effectiveFrom();
    history.versions().stream()
        .filter(other -> other.published().effectiveFrom() != null)
        .filter(other ->
            day == null || Objects.requireNonNull(other.published().effectiveFrom()).isAfter(day))
        .findFirst()
        .ifPresent(next ->
            findings.check(
                next.kind() != VersionKind.EDITORIAL,
                "effectiveFrom",
                "before-a-correction-of-another"));
  }

  /** What a correction leaves as it is: the data, and which nodes there are. */
  private void onlyWords(TermsContent before) {
    var now = command.content();
    findings.check(now.vendor().equals(before.vendor()), "content.vendor", CHANGED);
    findings.check(now.eligibility().equals(before.eligibility()), "content.eligibility", CHANGED);
    var old = ElisionChecks.byPath(before);
    var fresh = ElisionChecks.byPath(now);
    old.forEach((path, node) -> findings.check(isSame(node, fresh.get(path)), path, CHANGED));
    fresh.keySet().forEach(path -> findings.check(old.containsKey(path), path, CHANGED));
  }

  private static boolean isSame(TermsNode node, @Nullable TermsNode other) {
    return other != null && other.kind() == node.kind() && other.elided() == node.elided();
  }
}
