package dev.keiyaku.projection.consent.clause;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.TermsNode;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.projection.comparison.RealTerms;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The real terms with a hash for each node that tells the versions apart, and acts that carry it.
 */
public final class VersionedActs {

  private VersionedActs() {}

  /** As published. */
  public static TermsVersionPublished published(String version) {
    var real = RealTerms.published(version);
    return new TermsVersionPublished(
        real.document(),
        real.version(),
        real.effectiveFrom(),
        real.amendedOn(),
        real.amendmentReference(),
        real.basis(),
        real.content(),
        real.contentSha256(),
        real.content()
            .allNodes()
            .map(TermsNode::path)
            .collect(Collectors.toMap(path -> path, path -> sha256(version, path))),
        real.reason());
  }

  /** All items, displayed before. */
  public static TermsAccepted explicit(String id, String version, Instant at) {
    return act(id, version, at, AcceptanceBasis.EXPLICIT);
  }

  /** All items, with nobody knowing what was shown. */
  public static TermsAccepted unproven(String id, String version, Instant at) {
    return act(id, version, at, AcceptanceBasis.IMPORTED_UNPROVEN);
  }

  private static TermsAccepted act(String id, String version, Instant at, AcceptanceBasis basis) {
    var items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(n -> {
              var path = "art7/p1/i" + n;
              return new TermsAccepted.AcceptedItem(
                  n, new ClauseReference("mysecure", version, path, sha256(version, path)));
            })
            .toList();
    return new TermsAccepted(
        id,
        "a-" + version + "-" + id,
        new TermsReference("mysecure", version, "sha-of-" + version),
        items,
        basis,
        basis == AcceptanceBasis.EXPLICIT ? new TermsAccepted.Display("00", at, null) : null,
        at,
        null);
  }

  private static String sha256(String version, String path) {
    return "sha-of-" + path + "-" + version;
  }
}
