package dev.keiyaku.standalone.authorization;

import java.util.Map;

/**
 * What the authorization server knows by heart.
 *
 * @param machines secret by client id
 * @param people password by name
 * @param signingKey the private key of every token, as a JWK
 */
public record Credentials(
    Map<String, String> machines, Map<String, String> people, String signingKey) {

  @Override
  public String toString() {
    return "credentials of %d machines and %d people".formatted(machines.size(), people.size());
  }
}
