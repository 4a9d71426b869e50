package dev.keiyaku.http.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keiyaku.http.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens for tests: a key of its own, its JWKS on a random loopback port. */
public final class TestIssuer implements AutoCloseable {

  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** Token times are wall-clock times, whatever clock the code under test is given. */
  private static final InstantSource WALL = InstantSource.system();

  private final RSAKey key = newKey();
  private final RSAKey unknownKey = newKey();
  private final HttpServer server;

  private final AtomicInteger asked = new AtomicInteger();

  private TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of its own; close it. */
  public static TestIssuer start() {
    var issuer = new TestIssuer();
    issuer.server.createContext("/jwks", issuer::answer);
    issuer.server.start();
    return issuer;
  }

  /** One that takes connections and never answers; close it. */
  public static TestIssuer silent() {
    var issuer = new TestIssuer();
    issuer.server.createContext("/", exchange -> issuer.asked.incrementAndGet());
    issuer.server.start();
    return issuer;
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var keys = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, keys.length);
    exchange.getResponseBody().write(keys);
    exchange.close();
  }

  /** How often its keys were asked for. */
  public int asked() {
    return asked.get();
  }

  /** The one of this JVM, which ends with it. */
  public static TestIssuer shared() {
    return Shared.ISSUER;
  }

  /** {@code keiyaku.security.*} of a process that is to take these tokens. */
  public Map<String, String> properties() {
    return Map.of(
        "keiyaku.security.issuer", issuer(), "keiyaku.security.jwk-set-uri", issuer() + "/jwks");
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A good token; subject and client id are the role's name. */
  public String token(Role role) {
    return token(role, null);
  }

  /** A good token bound to a partner ISP; its client is {@code provisioning-isp-a}, for example. */
  public String token(Role role, @Nullable String isp) {
    var client = isp == null ? role.claim() : role.claim() + "-" + isp.toLowerCase(Locale.ROOT);
    return token(client, List.of(role.claim()), isp);
  }

  /** A good token with these claims. */
  public String token(String client, List<String> roles, @Nullable String isp) {
    return sign(claims(client, roles).claim("isp", isp).build(), key);
  }

  public String expired(Role role) {
    return until(WALL.instant().minus(AN_HOUR), role);
  }

  /** A good token until then, to the second. */
  public String until(Instant expiry, Role role) {
    return sign(claims(role).expirationTime(Date.from(expiry)).build(), key);
  }

  public String withoutExpiry(Role role) {
    return sign(claims(role).expirationTime(null).build(), key);
  }

  public String forAudience(String audience, Role role) {
    return sign(claims(role).audience(audience).build(), key);
  }

  public String ofAnotherIssuer(Role role) {
    return sign(claims(role).issuer("http://elsewhere.example").build(), key);
  }

  /** Signed with a key that the JWKS does not hold, under the id of one that it does. */
  public String forged(Role role) {
    return sign(claims(role).build(), unknownKey);
  }

  /** Signed with a key that the JWKS does not hold, under its own id. */
  public String ofAnUnknownKey(Role role) {
    return sign(claims(role).build(), unknownKey, unknownKey.getKeyID());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private JWTClaimsSet.Builder claims(Role role) {
    return claims(role.claim(), List.of(role.claim()));
  }

  private JWTClaimsSet.Builder claims(String client, List<String> roles) {
    Instant now = WALL.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience("keiyaku")
        .subject(client)
        .claim("client_id", client)
        .claim("roles", roles)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(AN_HOUR)));
  }

  private String sign(JWTClaimsSet claims, RSAKey with) {
    return sign(claims, with, key.getKeyID());
  }

  private static String sign(JWTClaimsSet claims, RSAKey with, String keyId) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(with));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Shared {
    static final TestIssuer ISSUER = start();
  }
}
