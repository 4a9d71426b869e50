package dev.keiyaku.subscription.terms.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keiyaku.contract.terms.RuleContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hash of what a rule is: SHA-256 of its canonical JSON (RFC 8785), lower-case hex; absent
 * members are left out, as of a version. {@code docs/rules.md} has test vectors.
 */
final class RuleHash {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(_ ->
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private RuleHash() {}

  static String of(RuleContent content) {
    try {
      return of(new JsonCanonicalizer(MAPPER.writeValueAsString(content)).getEncodedUTF8());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
