package dev.keiyaku.http.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The body of a request that is refused before anybody read it. A small one is read to its end, so
 * that the next request on the connection begins where it should; after a large one the connection
 * ends.
 */
final class Leftover {

  private static final long SMALL = 64 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String BEING_READ = Leftover.class.getName();

  private Leftover() {}

  /** To be said by whoever begins to read the body. */
  static void none(ServerWebExchange exchange) {
    exchange.getAttributes().put(BEING_READ, true);
  }

  static Mono<Void> drain(ServerWebExchange exchange) {
    var headers = exchange.getRequest().getHeaders();
    var announced = headers.getContentLength();
    var chunked = headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    if (exchange.getAttribute(BEING_READ) != null || (announced <= 0 && !chunked)) {
      return Mono.empty();
    }
    if (announced > SMALL) {
      return close(exchange);
    }
    var read = new AtomicLong();
    return exchange
        .getRequest()
        .getBody()
        .map(buffer -> read.addAndGet(released(buffer)))
        .takeUntil(total -> total > SMALL)
        .then(Mono.defer(() -> read.get() > SMALL ? close(exchange) : Mono.<Void>empty()))
        .timeout(PATIENCE)
        .onErrorResume(any -> close(exchange));
  }

  private static int released(DataBuffer buffer) {
    var bytes = buffer.readableByteCount();
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static Mono<Void> close(ServerWebExchange exchange) {
    return Mono.fromRunnable(
        () -> exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close"));
  }
}
