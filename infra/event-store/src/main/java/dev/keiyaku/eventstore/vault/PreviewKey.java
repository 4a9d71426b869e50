package dev.keiyaku.eventstore.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what the read side has counted, so that the write side can rest a decision on it without
 * reading a read model: HMAC-SHA-256 under a key derived from the master key, which both sides
 * have. Each use has a key of its own.
 */
public final class PreviewKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final byte[] secret;

  private PreviewKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Derived from the master key.
   *
   * @param base64 the master key
   */
  public static PreviewKey of(String base64) {
    byte[] master = Base64.getDecoder().decode(base64.strip());
    return new PreviewKey(hmac(master, bytes("keiyaku preview v1")));
  }

  /** The text with its signature, in characters that a URL or JSON leaves as they are. */
  public String sign(String use, String text) {
    var body = TEXT.encodeToString(bytes(text));
    return body + "." + TEXT.encodeToString(mac(use, body));
  }

  /** The text that was signed for this use; empty when we never signed it so. */
  public Optional<String> verified(String use, String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var body = token.substring(0, dot);
    // Compared as text: of several writings of the same bytes only ours is one.
    var expected = bytes(TEXT.encodeToString(mac(use, body)));
    return MessageDigest.isEqual(expected, bytes(token.substring(dot + 1)))
        ? Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private byte[] mac(String use, String body) {
    return hmac(hmac(secret, bytes(use)), bytes(body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
