package dev.keiyaku.gateway;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a service is told, and what is answered when it is not there. */
@Component
final class Upstream implements GlobalFilter, Ordered {

  /** Said by whoever sent the request, and so believed by nobody. */
  private static final List<String> HEARSAY =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-Ssl",
          "X-Real-IP",
          HttpHeaders.COOKIE);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var request =
        exchange.getRequest().mutate().headers(all -> HEARSAY.forEach(all::remove)).build();
    return chain
        .filter(exchange.mutate().request(request).build())
        .onErrorMap(IOException.class, Upstream::away)
        .onErrorMap(TimeoutException.class, Upstream::away);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static Problem away(Throwable e) {
    return Problem.of(ProblemCode.UNAVAILABLE, e).retryAfter(Duration.ofSeconds(1));
  }
}
