package dev.keiyaku.http.edge;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken. Both addresses are needed to start; neither is asked until the first
 * token comes.
 *
 * @param issuer the {@code iss} of every token
 * @param jwkSetUri where the issuer's public keys are
 * @param clockSkew how far its clock may be from ours
 * @param signatureRemembered how long a signature once found good is not looked at again; so much
 *     later than without, at most, a key that the issuer has withdrawn is refused; 0 for never
 */
@ConfigurationProperties("keiyaku.security")
record TokenSettings(
    String issuer,
    URI jwkSetUri,
    @DefaultValue("5s") Duration clockSkew,
    @DefaultValue("30s") Duration signatureRemembered) {

  static final String AUDIENCE = "keiyaku";

  /** Some kilobytes each. */
  static final int MOST_REMEMBERED = 1_000;
}
