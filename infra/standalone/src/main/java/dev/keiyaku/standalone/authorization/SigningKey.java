package dev.keiyaku.standalone.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/** The key that signs tokens: kept between runs, so that a token outlives a restart. */
public final class SigningKey {

  private SigningKey() {}

  /** A new private key as JSON. */
  public static String generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException cause) {
      throw new IllegalStateException("this JDK makes no RSA keys", cause);
    }
  }

  static JWKSet parse(String json) {
    try {
      return new JWKSet(RSAKey.parse(json));
    } catch (ParseException cause) {
      throw new IllegalStateException("the signing key is damaged", cause);
    }
  }
}
