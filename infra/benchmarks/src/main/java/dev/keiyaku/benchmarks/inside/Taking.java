package dev.keiyaku.benchmarks.inside;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keiyaku.http.Screening;
import dev.keiyaku.http.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What a request costs before anything is decided. */
@State(Scope.Benchmark)
public class Taking {

  private static final String WORDS = "装置の故障により、全面的に停止しました。受付番号 A-4711。";

  private static final byte[] APPLICATION =
      """
      {"subscriptionId":"0190f3a4-0000-7000-8000-000000000001","subscriberId":"C-0001",
       "product":"MYSECURE_1LICENSE_TYPE2","channel":{"kind":"PARTNER_ISP","isp":"ISP-A"},
       "networkContract":{"agreement":"IP_NETWORK_SERVICE","category":2,"type":8,"course":2,"plan":2},
       "acceptance":{"document":"mysecure","version":"2023-07-01","items":[1,2,3,4,5,6],
        "display":{"displayedAt":"2026-06-01T12:00:00+09:00",
         "evidence":{"locale":"ja","place":"https://isp-a.example/apply","userAgent":"Mozilla/5.0"}}}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final RSAKey key = key();
  private final String token = token(key);
  private final NimbusJwtDecoder decoder = decoder(key);

  /** RSA 2048, and times, as for a token that was not seen in the last half minute. */
  @Benchmark
  public Jwt verifiesASignature() {
    return decoder.decode(token);
  }

  /** An application's: parsed, and every name and text in it looked at. */
  @Benchmark
  public Object readsAndScreensABody() {
    return StrictJson.read(APPLICATION, Map.class);
  }

  /** Forty characters, in which nothing personal is found. */
  @Benchmark
  public void screensAFreeText() {
    Screening.freeText("reason", WORDS);
  }

  private static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("bench").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token of an hour. */
  private static String token(RSAKey key) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("http://issuer.example")
            .audience("keiyaku")
            .subject("bench")
            .claim("roles", List.of("provisioning"))
            .expirationTime(Date.from(Clock.systemUTC().instant().plus(Duration.ofHours(1))))
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static NimbusJwtDecoder decoder(RSAKey key) {
    try {
      return NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).build();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
