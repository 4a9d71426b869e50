package dev.keiyaku.projection.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * An ETag is a stream version, for If-Match. What holds changes at midnight, and by the terms, with
 * no event in that stream: 304 would be a wrong answer, so every answer is whole.
 */
@Component
class UnconditionalReads implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(new Whole(exchange));
  }

  private static final class Whole extends ServerWebExchangeDecorator {

    Whole(ServerWebExchange exchange) {
      super(exchange);
    }

    @Override
    public boolean checkNotModified(@Nullable String etag, Instant lastModified) {
      return false;
    }
  }
}
