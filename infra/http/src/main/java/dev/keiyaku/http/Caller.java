package dev.keiyaku.http;

import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the checked token says. A controller takes it as an argument.
 *
 * @param actor the token's subject
 * @param role the role that opened this route; with several, the first in the order of {@link Role}
 * @param client the OAuth2 client id, and the subject when the token names none
 * @param isp the partner ISP that the caller is bound to; null when it is bound to none
 * @param correlationId the trace id, 32 hexadecimal digits
 */
public record Caller(
    String actor, Role role, String client, @Nullable String isp, String correlationId) {

  /** Whether a subscription that belongs to this ISP (null: to none) exists for the caller. */
  public boolean sees(@Nullable String belongsToIsp) {
    return isp == null || isp.equals(belongsToIsp);
  }
}
