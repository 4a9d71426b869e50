package dev.keiyaku.eventstore.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The key that wraps subjects' keys, kept outside the database. */
public final class MasterKey {

  private static final int BYTES = 32;

  private final Aead aead;

  private MasterKey(Aead aead) {
    this.aead = aead;
  }

  /**
   * Reads the key.
   *
   * @throws IllegalArgumentException unless it is base64 of 32 bytes
   */
  public static MasterKey of(String base64) {
    byte[] key = Base64.getDecoder().decode(base64.strip());
    if (key.length != BYTES) {
      throw new IllegalArgumentException("keiyaku.vault.master-key must be 32 bytes, base64");
    }
    try {
      return new MasterKey(new AesGcmJce(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Wrapped fresh(String keyId, String subject) throws GeneralSecurityException {
    byte[] wrapped = aead.encrypt(Random.randBytes(BYTES), binding(keyId, subject));
    return new Wrapped(keyId, subject, wrapped);
  }

  SubjectKey unwrap(Wrapped wrapped) throws GeneralSecurityException {
    byte[] key = aead.decrypt(wrapped.bytes(), binding(wrapped.keyId(), wrapped.subject()));
    return new SubjectKey(wrapped.keyId(), new AesGcmJce(key));
  }

  private static byte[] binding(String keyId, String subject) {
    return AssociatedText.of("keiyaku subject key v1", keyId, subject);
  }
}
