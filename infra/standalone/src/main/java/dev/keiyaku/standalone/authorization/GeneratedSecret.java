package dev.keiyaku.standalone.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares by SHA-256: all secrets here are 32 random bytes, and a slow hash protects only those
 * that can be guessed.
 */
final class GeneratedSecret implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    if (secret == null) {
      return null;
    }
    byte[] bytes = secret.toString().getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException(cause);
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    String hash = encode(secret);
    return hash != null
        && encoded != null
        && MessageDigest.isEqual(
            hash.getBytes(StandardCharsets.US_ASCII), encoded.getBytes(StandardCharsets.US_ASCII));
  }
}
