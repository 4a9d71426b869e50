package dev.keiyaku.standalone.authorization;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The registered clients: a machine each, and the console through which people come. */
final class Clients {

  /** Public: it keeps no secret, and proves itself by PKCE. */
  static final String CONSOLE = "console";

  private static final TokenSettings AN_HOUR =
      TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();

  private Clients() {}

  static List<RegisteredClient> of(
      Credentials credentials, PasswordEncoder encoder, String gateway) {
    List<RegisteredClient> clients = new ArrayList<>();
    for (Machine machine : Machine.ALL) {
      String secret = Objects.requireNonNull(credentials.machines().get(machine.id()));
      String encoded = Objects.requireNonNull(encoder.encode(secret));
      clients.add(machine(machine.id(), encoded));
    }
    clients.add(console(gateway));
    return clients;
  }

  private static RegisteredClient machine(String id, String secret) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(AN_HOUR)
        .build();
  }

  private static RegisteredClient console(String gateway) {
    return RegisteredClient.withId(CONSOLE)
        .clientId(CONSOLE)
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(gateway + "/console/callback")
        .postLogoutRedirectUri(gateway + "/")
        .scope(OidcScopes.OPENID)
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .tokenSettings(AN_HOUR)
        .build();
  }
}
