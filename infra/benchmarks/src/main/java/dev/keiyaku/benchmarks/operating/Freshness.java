package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;

/** How soon a query answers what a command did, while a thousand commands come each second. */
public final class Freshness implements Measure {

  private static final int CONNECTIONS = 64;

  /** Each connection pauses as many milliseconds as there are connections: a thousand a second. */
  private static final int PAUSE = CONNECTIONS;

  @Override
  public String name() {
    return "fresh";
  }

  @Override
  public String what() {
    return "from a command's answer to a query's, at 1,000 commands a second";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Product product = Product.start(bay);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients = Clients.of(product);
      var known = Known.prepare(bay, product, clients);
      var probe = Probe.of(product, clients, known);
      // What was prepared is projected first: it is no part of this.
      probe.untilSeen();
      var wrk = new Wrk(bay.folder());
      var time = bay.pace() == Pace.QUICK ? Duration.ofSeconds(5) : Duration.ofSeconds(30);
      var load =
          threads.submit(() ->
              wrk.post(
                  product.address("subscription-service"),
                  known.suspensions().paced(PAUSE),
                  "fresh",
                  CONNECTIONS,
                  time));
      double[] waits = waits(probe, time);
      return results(waits, load.get().rate());
    }
  }

  private static double[] waits(Probe probe, Duration time) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    var waits = DoubleStream.builder();
    while (System.nanoTime() < end) {
      waits.add(probe.untilSeen());
    }
    return waits.build().toArray();
  }

  private static List<Result> results(double[] waits, double rate) {
    return List.of(
        one("seen by a query, p50", "ms", Probe.percentile(waits, 0.5), Bound.atMost(10)),
        one("seen by a query, p99", "ms", Probe.percentile(waits, 0.99), Bound.atMost(50)),
        one("commands meanwhile", "1/s", rate, Bound.atLeast(1000)));
  }

  private static Result one(String measure, String unit, double value, Bound bound) {
    return Result.absolute(measure, unit, Spread.of(value), bound);
  }
}
