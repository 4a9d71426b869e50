package dev.keiyaku.eventstore.vault;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.eventstore.SealBrokenException;
import dev.keiyaku.eventstore.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** AES-256-GCM by Tink, bound to subject and purpose. */
public final class TinkVault implements Vault {

  private final SubjectKeys keys;

  public TinkVault(JdbcClient jdbc, Clock clock, MasterKey master) {
    this.keys = new SubjectKeys(jdbc, clock, master);
  }

  @Override
  public SealedText seal(String subject, String purpose, String plaintext) {
    try {
      return sealed(keys.sealing(subject), binding(subject, purpose), plaintext);
    } catch (GeneralSecurityException e) {
      throw unsealed(e);
    }
  }

  @Override
  public SealedText sealFirst(String subject, String purpose, String plaintext) {
    try {
      return sealed(keys.first(subject), binding(subject, purpose), plaintext);
    } catch (GeneralSecurityException e) {
      throw unsealed(e);
    }
  }

  private static SealedText sealed(SubjectKey key, byte[] binding, String plaintext)
      throws GeneralSecurityException {
    byte[] sealed = key.aead().encrypt(plaintext.getBytes(StandardCharsets.UTF_8), binding);
    return new SealedText(key.keyId(), Base64.getEncoder().encodeToString(sealed));
  }

  private static SealBrokenException unsealed(GeneralSecurityException cause) {
    return new SealBrokenException("A text could not be sealed", cause);
  }

  @Override
  public Optional<String> open(String subject, String purpose, SealedText text) {
    try {
      Optional<SubjectKey> key = keys.byId(text.key(), subject);
      return key.isEmpty()
          ? Optional.empty()
          : Optional.of(open(key.get(), subject, purpose, text));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SealBrokenException("A sealed text does not open for this subject and purpose", e);
    }
  }

  private static String open(SubjectKey key, String subject, String purpose, SealedText text)
      throws GeneralSecurityException {
    byte[] sealed = Base64.getDecoder().decode(text.ciphertext());
    return new String(
        key.aead().decrypt(sealed, binding(subject, purpose)), StandardCharsets.UTF_8);
  }

  private static byte[] binding(String subject, String purpose) {
    return AssociatedText.of("keiyaku text v1", subject, purpose);
  }
}
