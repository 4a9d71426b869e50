package dev.keiyaku.projection.operations;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asked for.
 *
 * @param reason why; null for a retry
 */
record Operation(
    Action action, String letterId, @Nullable String reason, Caller caller, IdempotencyKey key) {

  /** What can be done with a dead letter. */
  enum Action {
    RETRY,
    DISCARD
  }

  /** What makes another request of it. */
  String sha256() {
    var request = action + "\n" + letterId + "\n" + (reason == null ? "" : reason);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(request.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
