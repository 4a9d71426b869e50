package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Crowd;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.eventstore.Uuid7;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A write side on a store that has its terms, and the commands that are sent to it in turns. */
public final class Desk implements AutoCloseable {

  private static final int IN_FLIGHT = 64;

  private final WriteSide side;
  private final BooleanSupplier apply;
  private final BooleanSupplier suspend;

  private Desk(WriteSide side, Orders orders, Supplier<String> known) {
    this.side = side;
    this.apply =
        () -> {
          var id = Uuid7.text();
          return side.send(orders.application(id), "/v1/subscriptions/" + id);
        };
    this.suspend =
        () -> {
          var id = known.get();
          return side.send(Orders.suspension(id), "/v1/subscriptions/" + id);
        };
  }

  /**
   * Starts it.
   *
   * @param known gives the next subscription to be suspended
   */
  public static Desk on(Ground ground, Supplier<String> known) throws Exception {
    var side = WriteSide.on(ground);
    return new Desk(side, new Orders(Terms.publish(side.port())), known);
  }

  /** Until its code is compiled. */
  public void warmUp(Duration time) throws Exception {
    new Crowd(IN_FLIGHT).during(time.dividedBy(2), apply);
    new Crowd(IN_FLIGHT).during(time.dividedBy(2), suspend);
  }

  /** Applications a second. */
  public double applications(Bay bay) throws Exception {
    return Turn.ours(bay, IN_FLIGHT, apply);
  }

  /** Suspensions a second. */
  public double suspensions(Bay bay) throws Exception {
    return Turn.ours(bay, IN_FLIGHT, suspend);
  }

  @Override
  public void close() {
    side.close();
  }
}
