package dev.keiyaku.http.edge;

import dev.keiyaku.http.Access;
import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds each body to the limit of its route. The body is read whole before anything is done with
 * it, so that one that turns out too large has reached nobody.
 */
final class BodyLimit implements WebFilter, Ordered {

  private final Duration patience;

  /**
   * @param patience within which a body must be here, from its first byte to its last
   */
  BodyLimit(Duration patience) {
    this.patience = patience;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    var limit =
        exchange.getAttribute(Access.class.getName()) instanceof Access access
            ? access.bodyLimit()
            : 0;
    var announced = request.getHeaders().getContentLength();
    if (announced > limit) {
      return Mono.error(tooLarge(limit));
    }
    if (announced <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      return chain.filter(exchange);
    }
    return Place.without(exchange, bytes(request, limit))
        .flatMap(body -> chain.filter(exchange.mutate().request(with(body, exchange)).build()));
  }

  /** After Spring Security, at -100: without a route there is no limit to hold to. */
  @Override
  public int getOrder() {
    return -90;
  }

  private Mono<byte[]> bytes(ServerHttpRequest request, int limit) {
    return DataBufferUtils.join(request.getBody(), limit)
        .map(BodyLimit::drain)
        .defaultIfEmpty(new byte[0])
        .timeout(patience, Mono.error(this::tooSlow))
        .onErrorMap(DataBufferLimitException.class, e -> tooLarge(limit));
  }

  private static byte[] drain(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ServerHttpRequest with(byte[] body, ServerWebExchange exchange) {
    DataBufferFactory buffers = exchange.getResponse().bufferFactory();
    return new ServerHttpRequestDecorator(exchange.getRequest()) {
      @Override
      public Flux<DataBuffer> getBody() {
        return body.length == 0 ? Flux.empty() : Flux.defer(() -> Flux.just(buffers.wrap(body)));
      }
    };
  }

  /** What is still to come belongs to no request: the connection cannot be used again. */
  private Problem tooSlow() {
    return Problem.of(ProblemCode.BODY_TOO_SLOW)
        .detail(patience.toSeconds())
        .header(HttpHeaders.CONNECTION, "close");
  }

  private static Problem tooLarge(int limit) {
    return Problem.of(ProblemCode.BODY_TOO_LARGE)
        .detail(limit)
        .header(HttpHeaders.CONNECTION, "close");
  }
}
