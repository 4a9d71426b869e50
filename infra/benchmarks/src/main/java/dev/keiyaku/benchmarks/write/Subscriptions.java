package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Crowd;
import dev.keiyaku.eventstore.Uuid7;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Active subscriptions, given out in turn, so that no two commands in flight meet on one. */
final class Subscriptions {

  private static final int IN_FLIGHT = 64;

  private final List<String> ids;
  private final AtomicInteger turn = new AtomicInteger();

  private Subscriptions(List<String> ids) {
    this.ids = ids;
  }

  /** Makes them by the write side itself. */
  static Subscriptions prepare(WriteSide side, int count) throws Exception {
    var orders = new Orders(Terms.publish(side.port()));
    var made = new Subscriptions(Stream.generate(Uuid7::text).limit(count).toList());
    new Crowd(IN_FLIGHT)
        .run(() -> {
          for (int next = made.turn.getAndIncrement();
              next < count;
              next = made.turn.getAndIncrement()) {
            var id = made.ids.get(next);
            side.insist(orders.application(id), "/v1/subscriptions/" + id);
            side.insist(Orders.activation(id), "/v1/subscriptions/" + id + "/activation");
          }
        });
    return made;
  }

  String next() {
    return ids.get(Math.floorMod(turn.getAndIncrement(), ids.size()));
  }
}
