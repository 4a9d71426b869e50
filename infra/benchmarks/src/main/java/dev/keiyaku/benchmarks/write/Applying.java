package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Crowd;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Rivals;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.database.Limits;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.eventstore.Uuid7;
import java.util.List;
import java.util.function.BooleanSupplier;

/** New subscriptions, each with its three events, claim, receipt and subscriber's key. */
public final class Applying implements Measure {

  @Override
  public String name() {
    return "apply";
  }

  @Override
  public String what() {
    return "applications through the command gateway, against pgbench's single row";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Ground ground = bay.server().fresh("bench_apply");
        WriteSide side = WriteSide.on(ground)) {
      var orders = new Orders(Terms.publish(side.port()));
      BooleanSupplier apply =
          () -> {
            var id = Uuid7.text();
            return side.send(orders.application(id), "/v1/subscriptions/" + id);
          };
      new Crowd(64).during(bay.pace().warmUp(), apply);
      var limits = Limits.on(ground, "subscription.applied", 1, bay.folder());
      return List.of(
          result(bay, limits, apply, 16, Bound.atLeast(0.8)),
          result(bay, limits, apply, 64, Bound.atLeast(1.5)));
    }
  }

  private static Result result(Bay bay, Limits limits, BooleanSupplier apply, int many, Bound bound)
      throws Exception {
    var time = bay.pace().round();
    var what = "apply, " + many + " in flight";
    return new Rivals(() -> limits.singleRow(many, time), () -> Turn.ours(bay, many, apply))
        .compete(bay, what)
        .result(what, "1/s", bound);
  }
}
