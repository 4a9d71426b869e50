package dev.keiyaku.http.edge;

import dev.keiyaku.http.Problem;
import dev.keiyaku.http.ProblemCode;
import dev.keiyaku.http.problem.ProblemRenderer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Turns commands away that would not be answered soon, before anything is done for them: not even
 * their token is looked at, which would cost as much as a good part of the command. Queries pass,
 * for one that waits for its version costs nothing meanwhile.
 */
final class PlacesFilter implements WebFilter, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger("dev.keiyaku.http");
  private static final Duration COME_AGAIN = Duration.ofSeconds(1);
  private static final Duration SAID_AGAIN = Duration.ofSeconds(10);

  private final ProblemRenderer renderer = new ProblemRenderer();
  private final Places places;
  private final AtomicLong said = new AtomicLong(System.nanoTime() - SAID_AGAIN.toNanos());

  PlacesFilter(Places places) {
    this.places = places;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (exchange.getRequest().getMethod() != HttpMethod.POST) {
      return chain.filter(exchange);
    }
    return Mono.defer(() -> places.take() ? inside(exchange, chain) : turnedAway(exchange));
  }

  private Mono<Void> inside(ServerWebExchange exchange, WebFilterChain chain) {
    var place = new Place(places);
    exchange.getAttributes().put(Place.class.getName(), place);
    return chain.filter(exchange).doFinally(_ -> place.leave());
  }

  /**
   * Off the event loop as every answer, see {@link OffTheEventLoop}, but not behind those inside,
   * who keep its threads busy.
   */
  private Mono<Void> turnedAway(ServerWebExchange exchange) {
    say();
    var problem = Problem.of(ProblemCode.UNAVAILABLE).retryAfter(COME_AGAIN);
    return Mono.defer(() -> renderer.write(exchange, problem)).subscribeOn(Schedulers.single());
  }

  /** A line for each would be one more thing to do. */
  private void say() {
    long last = said.get();
    long now = System.nanoTime();
    if (now - last >= SAID_AGAIN.toNanos() && said.compareAndSet(last, now)) {
      LOG.warn("Too much to do: commands are turned away, {} are inside", places.taken());
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}
