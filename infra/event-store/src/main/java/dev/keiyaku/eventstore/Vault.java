package dev.keiyaku.eventstore;

import dev.keiyaku.contract.SealedText;
import java.util.Optional;

/** Seals personal free text under a key per subject; when the key is erased, so is the text. */
public interface Vault {

  /**
   * Encrypts a text. Makes the subject's key when there is none.
   *
   * @param subject whose text it is: the subscriber's id
   * @param purpose what it is for, see {@link dev.keiyaku.contract.Purposes}; opening needs the
   *     same
   */
  SealedText seal(String subject, String purpose, String plaintext);

  /**
   * Encrypts a text of a subject that has hardly a key yet: within a command one is made without
   * looking. If there is one after all, the append refuses, and the command is decided again.
   */
  default SealedText sealFirst(String subject, String purpose, String plaintext) {
    return seal(subject, purpose, plaintext);
  }

  /**
   * Decrypts a text.
   *
   * @return empty when the subject's key is erased
   * @throws SealBrokenException when it was sealed for another subject or purpose, or altered
   */
  Optional<String> open(String subject, String purpose, SealedText text);
}
