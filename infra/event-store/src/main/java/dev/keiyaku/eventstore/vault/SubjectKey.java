package dev.keiyaku.eventstore.vault;

import com.google.crypto.tink.Aead;

/** A subject's key, unwrapped: in memory only. */
record SubjectKey(String keyId, Aead aead) {}
