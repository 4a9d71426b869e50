package dev.keiyaku.projection.receipt;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.subscription.TermsAccepted;
import dev.keiyaku.contract.subscription.TermsAccepted.AcceptanceBasis;
import dev.keiyaku.contract.subscription.TermsReference;
import dev.keiyaku.contract.terms.TermsVersionPublished;
import dev.keiyaku.projection.comparison.RealTerms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Both real versions, with a hash for each node, and acts that accept them. */
public final class HashedTerms {

  private HashedTerms() {}

  /** A real version; its hashes are of its own words, though not the canonical ones. */
  public static TermsVersionPublished published(String version) {
    var real = RealTerms.published(version);
    var nodes = new TreeMap<String, String>();
    real.content().allNodes().forEach(node -> nodes.put(node.path(), sha256(node.toString())));
    return new TermsVersionPublished(
        real.document(),
        real.version(),
        real.effectiveFrom(),
        real.amendedOn(),
        real.amendmentReference(),
        real.basis(),
        real.content(),
        sha256(version),
        nodes,
        null);
  }

  /** All six items of a version, shown at an instant; null when nobody recorded that. */
  public static TermsAccepted accepted(
      String subscription,
      String acceptance,
      String version,
      Instant at,
      @Nullable Instant shownAt,
      @Nullable SealedText evidence) {
    var nodes = published(version).nodeSha256();
    var items =
        IntStream.rangeClosed(1, 6)
            .mapToObj(item -> {
              var path = "art7/p1/i" + item;
              return new TermsAccepted.AcceptedItem(
                  item,
                  new ClauseReference(
                      "mysecure", version, path, Objects.requireNonNull(nodes.get(path))));
            })
            .toList();
    return new TermsAccepted(
        subscription,
        acceptance,
        new TermsReference("mysecure", version, sha256(version)),
        items,
        shownAt == null ? AcceptanceBasis.IMPORTED_UNPROVEN : AcceptanceBasis.EXPLICIT,
        shownAt == null ? null : new TermsAccepted.Display(sha256(version), shownAt, evidence),
        at,
        null);
  }

  static String sha256(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
