package dev.keiyaku.http.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Checks signature, issuer, audience and times. Keys are fetched with the first token, cached, and
 * asked for again at most every half minute, so that made-up key ids do not become a flood.
 *
 * <p>A client sends the same token again and again, and its signature is the dearest part of a
 * request: a good one is remembered for a while. Everything else is judged each time (ADR 0025).
 */
final class TokenDecoder implements ReactiveJwtDecoder {

  private final NimbusJwtDecoder signatures;
  private final OAuth2TokenValidator<Jwt> claims;
  private final Cache<String, Jwt> signed;
  private final Scheduler blocking;

  TokenDecoder(TokenSettings settings, Scheduler blocking) {
    this.blocking = blocking;
    signatures = new NimbusJwtDecoder(processor(settings));
    signatures.setJwtValidator(any -> OAuth2TokenValidatorResult.success());
    signed =
        Caffeine.newBuilder()
            .maximumSize(TokenSettings.MOST_REMEMBERED)
            .expireAfterWrite(settings.signatureRemembered())
            .build();
    // Token times are wall-clock times, whatever instant a test lets the domain live in.
    claims =
        new DelegatingOAuth2TokenValidator<>(
            List.<OAuth2TokenValidator<Jwt>>of(
                new JwtTimestampValidator(settings.clockSkew()),
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<Object>(JwtClaimNames.SUB, subject -> subject != null),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(TokenSettings.AUDIENCE)));
  }

  @Override
  public Mono<Jwt> decode(String token) {
    return Mono.fromCallable(() -> judged(signed.get(token, signatures::decode)))
        .subscribeOn(blocking);
  }

  private Jwt judged(Jwt token) {
    var errors = claims.validate(token).getErrors();
    if (!errors.isEmpty()) {
      throw new JwtValidationException("The token's claims do not hold", errors);
    }
    return token;
  }

  private static DefaultJWTProcessor<SecurityContext> processor(TokenSettings settings) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    try {
      var keys =
          new KnownKeys(
              JWKSourceBuilder.<SecurityContext>create(settings.jwkSetUri().toURL())
                  .retrying(true)
                  .outageTolerant(true)
                  .build());
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256), keys));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("keiyaku.security.jwk-set-uri is no URL", e);
    }
    // Spring's validators do it, with our clock skew.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
