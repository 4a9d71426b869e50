package dev.keiyaku.subscription.subscription;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Instant;
import java.util.regex.Pattern;

/** The clauses of one version of the terms. */
record Clauses(TermsHistory.Version version) {

  private static final Pattern DEFINITION = Pattern.compile("art(\\d+)/def(\\d+)");
  private static final Pattern ITEM = Pattern.compile("art(\\d+)/p(\\d+)/i(\\d+)");

  /**
   * The version in force at an instant.
   *
   * @throws Problem NO_TERMS_IN_FORCE
   */
  static Clauses inForce(TermsHistory history, String document, Instant at) {
    return history
        .inForce(at)
        .map(Clauses::new)
        .orElseThrow(() -> Problem.of(ProblemCode.NO_TERMS_IN_FORCE).detail(document));
  }

  String name() {
    return version.name();
  }

  TermsReference reference() {
    var published = version.published();
    return new TermsReference(published.document(), published.version(), published.contentSha256());
  }

  /**
   * A clause by its path.
   *
   * @throws Problem NO_TERMS_IN_FORCE when the version has no such clause: nothing can rest on it
   */
  ClauseReference at(String path) {
    var published = version.published();
    var sha256 = published.nodeSha256().get(path);
    if (sha256 == null) {
      throw Problem.of(ProblemCode.NO_TERMS_IN_FORCE).detail(published.document() + " " + path);
    }
    return new ClauseReference(published.document(), published.version(), path, sha256);
  }

  Clause shown(ClauseReference clause) {
    return new Clause(
        clause.document(),
        clause.version(),
        clause.path(),
        article(clause.path()),
        version.published().content().node(clause.path()).map(TermsNode::text).orElse(null),
        clause.sha256());
  }

  /** 「第5条 3」 is row 3 of the definition table, not a paragraph. */
  static String article(String path) {
    var definition = DEFINITION.matcher(path);
    var item = ITEM.matcher(path);
    if (definition.matches()) {
      return "第" + definition.group(1) + "条 " + definition.group(2);
    } else if (item.matches()) {
      return "第" + item.group(1) + "条" + item.group(2) + "項(" + item.group(3) + ")";
    }
    return path;
  }
}
