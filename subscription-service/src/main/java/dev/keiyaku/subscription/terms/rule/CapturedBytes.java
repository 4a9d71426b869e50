package dev.keiyaku.subscription.terms.rule;

import dev.keiyaku.http.Fields;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hash of what was captured, with the bytes if they were kept. */
final class CapturedBytes {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private CapturedBytes() {}

  /**
   * The hash, lower-case hex, of which the bytes are.
   *
   * @param at where they were sent: {@code document} or {@code notice}
   * @param member the name of the hash there
   * @param captured base64; null when only the hash was kept
   * @throws Problem MISSING_FIELD or RULE_INVALID
   */
  static String hash(String at, String member, @Nullable String sha256, @Nullable String captured) {
    var path = at + "." + member;
    var hash = Fields.text(sha256, path, 64).toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(hash).matches()) {
      throw invalid(path, "invalid");
    }
    if (captured != null && !RuleHash.of(bytes(at, captured)).equals(hash)) {
      throw invalid(at + ".captured", "not-of-that-hash");
    }
    return hash;
  }

  private static byte[] bytes(String at, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      throw invalid(at + ".captured", "base64");
    }
  }

  private static Problem invalid(String path, String code) {
    return Problem.of(ProblemCode.RULE_INVALID).violation(path, code);
  }
}
