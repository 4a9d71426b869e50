package dev.keiyaku.http;

import java.util.Locale;
import java.util.Optional;

/** Who a caller may be. In tokens and in {@code docs/access.md} the names are in lower case. */
public enum Role {
  PROVISIONING,
  AGENT,
  AUDITOR,
  LEGAL,
  OPERATIONS;

  /** The name used in tokens, for example {@code provisioning}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role that a token names; empty when it is not one of ours. */
  public static Optional<Role> ofClaim(String claim) {
    for (var role : values()) {
      if (role.claim().equals(claim)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
