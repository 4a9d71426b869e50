package dev.keiyaku.http.edge;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Leaves Netty's event loop before anything is decided. Reactor Netty 1.3 stops reading a
 * keep-alive connection when a request that it had to queue is answered within the very call that
 * dispatched it (reactor/reactor-netty#4361); a refusal is answered that fast.
 */
final class OffTheEventLoop implements WebFilter, Ordered {

  private final Scheduler threads;

  OffTheEventLoop(Scheduler threads) {
    this.threads = threads;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return Mono.defer(() -> chain.filter(exchange)).subscribeOn(threads);
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }
}
