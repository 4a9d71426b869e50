package dev.keiyaku.http.edge;

import dev.keiyaku.http.Caller;
import dev.keiyaku.http.Role;
import dev.keiyaku.http.Trace;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who a checked token is. */
final class Callers implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

  private static final String ROLES = "roles";

  @Override
  public Mono<AbstractAuthenticationToken> convert(Jwt token) {
    return Mono.just(new JwtAuthenticationToken(token, authorities(token)));
  }

  /** The caller for a route that these roles open; empty when the token has none of them. */
  static Optional<Caller> of(Jwt token, Set<Role> opened, ServerWebExchange exchange) {
    return roles(token).stream()
        .filter(opened::contains)
        .findFirst()
        .map(role -> caller(token, role, exchange));
  }

  /** The client that limits are counted for. */
  static String client(Jwt token) {
    return token.getClaim("client_id") instanceof String client ? client : subject(token);
  }

  private static Caller caller(Jwt token, Role role, ServerWebExchange exchange) {
    var isp = token.getClaim("isp") instanceof String bound ? bound : null;
    return new Caller(
        subject(token),
        role,
        client(token),
        isp,
        TraceFilter.of(exchange).map(Trace::traceId).orElse(""));
  }

  private static String subject(Jwt token) {
    return Objects.requireNonNull(token.getSubject(), "the decoder demands a subject");
  }

  private static Set<Role> roles(Jwt token) {
    var roles = EnumSet.noneOf(Role.class);
    if (token.getClaim(ROLES) instanceof Collection<?> claims) {
      for (var claim : claims) {
        Role.ofClaim(String.valueOf(claim)).ifPresent(roles::add);
      }
    }
    return roles;
  }

  private static List<GrantedAuthority> authorities(Jwt token) {
    return roles(token).stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.claim()))
        .toList();
  }
}
