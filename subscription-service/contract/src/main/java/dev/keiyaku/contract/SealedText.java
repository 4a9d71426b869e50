package dev.keiyaku.contract;

/**
 * Personal free text as it is stored: ciphertext under a key of its subscriber, from the first
 * event on. Whoever may read it asks the vault; when the key is gone, so is the text, everywhere at
 * once.
 *
 * @param key the id of the subscriber's key
 * @param ciphertext AES-256-GCM, base64
 */
public record SealedText(String key, String ciphertext) {}
