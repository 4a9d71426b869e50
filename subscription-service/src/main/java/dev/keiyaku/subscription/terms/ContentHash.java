package dev.keiyaku.subscription.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keiyaku.contract.terms.TermsContent;
import dev.keiyaku.contract.terms.TermsNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hash of what a version says: SHA-256 of its canonical JSON (RFC 8785), editorial notes left
 * out, lower-case hex. Absent members are left out, not null. {@code docs/terms-format.md} has test
 * vectors.
 *
 * <p>The version's name and its dates are not part of it: the same words published again, for a
 * later day, have the same hash.
 */
final class ContentHash {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private ContentHash() {}

  /** The hash of a whole version's content. */
  static String of(TermsContent content) {
    return hash(MAPPER.valueToTree(content));
  }

  /** The hash of each node with what is under it, by path. */
  static Map<String, String> ofNodes(TermsContent content) {
    var hashes = new LinkedHashMap<String, String>();
    content.allNodes().forEach(node -> hashes.put(node.path(), of(node)));
    return hashes;
  }

  static String of(TermsNode node) {
    return hash(MAPPER.valueToTree(node));
  }

  private static String hash(JsonNode tree) {
    try {
      var canonical = new JsonCanonicalizer(withoutNotes(tree).toString()).getEncodedUTF8();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode withoutNotes(JsonNode tree) {
    tree.findParents("note").forEach(node -> ((ObjectNode) node).remove("note"));
    return tree;
  }
}
