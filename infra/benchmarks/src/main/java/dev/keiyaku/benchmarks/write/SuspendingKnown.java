package dev.keiyaku.benchmarks.write;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Crowd;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Rivals;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.database.Limits;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Suspensions of subscriptions that are there, each command another one's. */
public final class SuspendingKnown implements Measure {

  @Override
  public String name() {
    return "suspend";
  }

  @Override
  public String what() {
    return "suspensions through the command gateway, against pgbench's load + append";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Ground ground = bay.server().fresh("bench_suspend");
        WriteSide side = WriteSide.on(ground)) {
      int many = bay.pace().subscriptions();
      var subscriptions = Subscriptions.prepare(side, many);
      BooleanSupplier suspend =
          () -> {
            var id = subscriptions.next();
            return side.send(Orders.suspension(id), "/v1/subscriptions/" + id);
          };
      new Crowd(64).during(bay.pace().warmUp().dividedBy(2), suspend);
      var limits = Limits.on(ground, "subscription.suspended", many, bay.folder());
      return List.of(
          result(bay, limits, suspend, 16, Bound.atLeast(1.2)),
          result(bay, limits, suspend, 64, Bound.atLeast(2.0)));
    }
  }

  private static Result result(
      Bay bay, Limits limits, BooleanSupplier suspend, int many, Bound bound) throws Exception {
    var time = bay.pace().round();
    var what = "suspend a known one, " + many + " in flight";
    return new Rivals(() -> limits.loadAndAppend(many, time), () -> Turn.ours(bay, many, suspend))
        .compete(bay, what)
        .result(what, "1/s", bound);
  }
}
