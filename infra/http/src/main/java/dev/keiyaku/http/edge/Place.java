package dev.keiyaku.http.edge;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The place of one request. Whoever still sends their body is kept waiting by nobody, and has none.
 */
final class Place {

  private final Places places;
  private final AtomicBoolean inside = new AtomicBoolean(true);
  private volatile long since = System.nanoTime();

  /** Of a place that is taken. */
  Place(Places places) {
    this.places = places;
  }

  /** Reads what is still to come, without a place meanwhile. */
  static <T> Mono<T> without(ServerWebExchange exchange, Mono<T> reading) {
    return exchange.getAttribute(Place.class.getName()) instanceof Place place
        ? reading.doOnSubscribe(_ -> place.stepOut()).doOnTerminate(place::stepIn)
        : reading;
  }

  private void stepOut() {
    if (inside.compareAndSet(true, false)) {
      places.giveBack();
    }
  }

  private void stepIn() {
    if (inside.compareAndSet(false, true)) {
      since = System.nanoTime();
      places.takeAnyhow();
    }
  }

  void leave() {
    if (inside.compareAndSet(true, false)) {
      places.leave(System.nanoTime() - since);
    }
  }
}
