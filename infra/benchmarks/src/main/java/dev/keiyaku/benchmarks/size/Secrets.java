package dev.keiyaku.benchmarks.size;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.database.DatabaseRole;
import dev.keiyaku.eventstore.append.EventMac;
import dev.keiyaku.eventstore.append.WriterKey;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;

/** What the product makes with its keys: MACs, and subscribers' keys as they are wrapped. */
record Secrets(EventMac mac, Aead master) {

  static Secrets of(Ground ground) throws GeneralSecurityException {
    var properties = ground.properties(DatabaseRole.WRITER);
    var writer = WriterKey.of(String.valueOf(properties.get("keiyaku.writer-key")));
    byte[] master =
        Base64.getDecoder().decode(String.valueOf(properties.get("keiyaku.vault.master-key")));
    return new Secrets(new EventMac(writer), new AesGcmJce(master));
  }

  /** A new key of a subject, as the vault reads it. */
  byte[] wrapped(String keyId, String subject) {
    try {
      return master.encrypt(Random.randBytes(32), binding(keyId, subject));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] binding(String keyId, String subject) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (String text : List.of("keiyaku subject key v1", keyId, subject)) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
