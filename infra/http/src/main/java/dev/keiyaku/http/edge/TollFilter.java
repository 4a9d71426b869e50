package dev.keiyaku.http.edge;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Charges whoever asks, between authentication and authorization. */
final class TollFilter implements WebFilter {

  private final Toll toll;

  TollFilter(Toll toll) {
    this.toll = toll;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .ofType(JwtAuthenticationToken.class)
        .map(token -> "client:" + Callers.client(token.getToken()))
        .defaultIfEmpty(address(exchange))
        .doOnNext(toll::charge)
        .then(Mono.defer(() -> chain.filter(exchange)));
  }

  /** The peer itself: forwarded addresses are the sender's word and not taken. */
  static String address(ServerWebExchange exchange) {
    var peer = exchange.getRequest().getRemoteAddress();
    return "address:" + (peer == null ? "unknown" : peer.getAddress().getHostAddress());
  }
}
