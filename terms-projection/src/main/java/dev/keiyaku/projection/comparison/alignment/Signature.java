package dev.keiyaku.projection.comparison.alignment;

import dev.keiyaku.contract.terms.TermsNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The same for two nodes whose words are the same, whatever their numbers and paths. Of a node
 * whose words are elided only the number says which it is.
 */
final class Signature {

  private final Wordings words;
  private final Map<TermsNode, String> known = new IdentityHashMap<>();

  Signature(Wordings words) {
    this.words = words;
  }

  String of(TermsNode node) {
    var signature = known.get(node);
    if (signature == null) {
      signature = compute(node);
      known.put(node, signature);
    }
    return signature;
  }

  private String compute(TermsNode node) {
    var digest = sha256();
    add(digest, node.kind().name());
    add(digest, node.elided() ? node.label() : "");
    add(digest, words.of(node.heading()));
    add(digest, words.of(node.text()));
    node.children().forEach(child -> add(digest, of(child)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
