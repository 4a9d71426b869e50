package dev.keiyaku.http.edge;

import dev.keiyaku.http.Trace;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** W3C trace context: goes on with the caller's trace or begins one; the answer carries it. */
final class TraceFilter implements WebFilter, Ordered {

  private static final String HEADER = "traceparent";

  static Optional<Trace> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(Trace.class.getName()));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var trace = Trace.accept(exchange.getRequest().getHeaders().getFirst(HEADER));
    exchange.getAttributes().put(Trace.class.getName(), trace);
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(
                () -> exchange.getResponse().getHeaders().set(HEADER, trace.traceparent())));
    return chain.filter(
        exchange.mutate().request(asked -> asked.header(HEADER, trace.traceparent())).build());
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }
}
