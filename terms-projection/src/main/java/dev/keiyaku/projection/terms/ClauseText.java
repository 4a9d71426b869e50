package dev.keiyaku.projection.terms;

import dev.keiyaku.contract.subscription.ClauseReference;
import dev.keiyaku.contract.terms.TermsHistory;
import dev.keiyaku.contract.terms.TermsNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clause in the words of the version cited: verbatim, never a paraphrase.
 *
 * @param label its number as written, such as {@code (4)}
 * @param text its words; null when the source leaves them out, or the version is not known here
 * @param lead the words that introduce it, those of the node above it; null when there are none
 * @param sha256 hash of the node's canonical content as cited, lower-case hex
 * @param asCited whether the node known here has that hash; null when it is not known here
 */
public record ClauseText(
    String document,
    String version,
    String path,
    @Nullable String label,
    @Nullable String text,
    @Nullable String lead,
    String sha256,
    @Nullable Boolean asCited) {

  /** Looks a reference up. */
  public static ClauseText of(ClauseReference cited, TermsHistory terms) {
    var version = terms.version(cited.version());
    var node = version.flatMap(v -> v.published().content().node(cited.path()));
    var lead = version.flatMap(v -> above(cited.path()).flatMap(v.published().content()::node));
    return new ClauseText(
        cited.document(),
        cited.version(),
        cited.path(),
        node.map(TermsNode::label).orElse(null),
        node.map(TermsNode::text).orElse(null),
        lead.map(TermsNode::text).orElse(null),
        cited.sha256(),
        version
            .map(v -> cited.sha256().equals(v.published().nodeSha256().get(cited.path())))
            .orElse(null));
  }

  private static Optional<String> above(String path) {
    var slash = path.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(path.substring(0, slash));
  }
}
