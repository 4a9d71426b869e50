package dev.keiyaku.eventstore.append;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The writer's secret, kept outside the database. Each use has a key of its own, derived by name,
 * so that a MAC made for one purpose is worth nothing for another.
 */
public final class WriterKey {

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;
  private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

  private WriterKey(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * Reads the secret.
   *
   * @throws IllegalArgumentException unless it is base64 of at least 32 bytes
   */
  public static WriterKey of(String base64) {
    byte[] secret = Base64.getDecoder().decode(base64.strip());
    if (secret.length < 32) {
      throw new IllegalArgumentException("keiyaku.writer-key must be at least 32 bytes, base64");
    }
    return new WriterKey(secret);
  }

  /** HMAC-SHA-256 under the key of that use. */
  byte[] mac(String use, byte[] message) {
    byte[] key = keys.computeIfAbsent(use, _ -> hmac(secret, use.getBytes(StandardCharsets.UTF_8)));
    return hmac(key, message);
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
