package dev.keiyaku.standalone.authorization;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What the services read in an access token: audience, client, roles, and the ISP if bound. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  @Override
  public void customize(JwtEncodingContext context) {
    if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      return;
    }
    String client = context.getRegisteredClient().getClientId();
    @Nullable Authentication principal = context.getPrincipal();
    String subject = principal == null ? client : principal.getName();
    context.getClaims().audience(List.of("keiyaku")).claim("client_id", client);
    Machine.ALL.stream().filter(it -> it.id().equals(client)).forEach(it -> of(it, context));
    if (client.equals(Clients.CONSOLE)) {
      Person.ALL.stream()
          .filter(person -> person.name().equals(subject))
          .forEach(person -> context.getClaims().claim("roles", List.of(person.role())));
    }
  }

  private static void of(Machine machine, JwtEncodingContext context) {
    context.getClaims().claim("roles", List.of(machine.role()));
    if (machine.isp() != null) {
      context.getClaims().claim("isp", machine.isp());
    }
  }
}
