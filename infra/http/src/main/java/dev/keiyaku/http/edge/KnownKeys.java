package dev.keiyaku.http.edge;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a key that nobody knows from keys that could not be had. Nimbus reports both by the same
 * exception once keys were asked for too often; the first is the sender's fault, the second ours.
 */
final class KnownKeys implements JWKSource<SecurityContext> {

  private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());

  private final JWKSource<SecurityContext> keys;

  KnownKeys(JWKSource<SecurityContext> keys) {
    this.keys = keys;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return keys.get(wanted, context);
    } catch (RateLimitReachedException tooOften) {
      // Answered from the cache, or refused like the first question when nothing is cached.
      keys.get(ANY, context);
      return List.of();
    }
  }
}
