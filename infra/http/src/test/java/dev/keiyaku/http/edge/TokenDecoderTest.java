package dev.keiyaku.http.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keiyaku.http.Role;
import dev.keiyaku.http.testing.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.scheduler.Schedulers;

/** A remembered signature saves work and opens nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenDecoderTest {

  private final TestIssuer issuer = TestIssuer.start();
  private final TokenDecoder remembering = decoder(Duration.ofHours(1));

  @AfterAll
  void stop() {
    issuer.close();
  }

  @Test
  void aGoodSignatureIsLookedAtOnce() {
    var token = issuer.token(Role.AUDITOR);

    assertThat(decode(remembering, token)).isSameAs(decode(remembering, token));
  }

  @Test
  void nothingIsRememberedWhereThatIsWanted() {
    var forgetting = decoder(Duration.ZERO);
    var token = issuer.token(Role.AUDITOR);

    assertThat(decode(forgetting, token)).isNotSameAs(decode(forgetting, token));
  }

  @Test
  void whoseSignatureIsRememberedStillExpires() {
    Instant expiry = InstantSource.system().instant().plusSeconds(2);
    var token = issuer.until(expiry, Role.AUDITOR);
    decode(remembering, token);

    Awaitility.await()
        .untilAsserted(() ->
            assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> decode(remembering, token)));
  }

  @Test
  void theSameClaimsUnderAnotherSignatureAreAnotherToken() {
    decode(remembering, issuer.token(Role.AUDITOR));
    var forged = issuer.forged(Role.AUDITOR);

    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(BadJwtException.class)
          .isThrownBy(() -> decode(remembering, forged));
    }
  }

  private TokenDecoder decoder(Duration remembered) {
    var properties = issuer.properties();
    return new TokenDecoder(
        new TokenSettings(
            issuer.issuer(),
            URI.create(properties.getOrDefault("keiyaku.security.jwk-set-uri", "")),
            Duration.ZERO,
            remembered),
        Schedulers.immediate());
  }

  private static Jwt decode(TokenDecoder decoder, String token) {
    var decoded = decoder.decode(token).block();
    return Objects.requireNonNull(decoded);
  }
}
