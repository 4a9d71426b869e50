package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.operating.Arrivals.Answer;
import dev.keiyaku.benchmarks.operating.Arrivals.Kind;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Four times as many commands as can be taken, for a minute: who is answered what, and when. */
public final class Overload implements Measure {

  private static final int CONNECTIONS = 64;

  /** Many, so that who waits for an answer hardly lowers the rate at which others come. */
  private static final int CROWD = 1024;

  private static final double TIMES = 5;
  private static final Duration RECOVERY = Duration.ofSeconds(5);
  private static final Duration EVERY = Duration.ofMillis(20);

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String what() {
    return "four times as many commands as can be taken";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    try (Product product = Product.start(bay)) {
      var clients = Clients.of(product);
      var known = Known.prepare(bay, product, clients);
      var wrk = new Wrk(bay.folder());
      var scene = new Scene(bay, product, wrk, known, Probe.of(product, clients, known));
      return scene.at("subscription-service");
    }
  }

  private record Scene(Bay bay, Product product, Wrk wrk, Known known, Probe probe) {

    List<Result> at(String service) throws Exception {
      URI door = product.address(service);
      rate(door, "warm", bay.pace().warmUp());
      double before = rate(door, "before", bay.pace().round());
      double resident = product.running(service).resident();
      var results = new ArrayList<>(flooded(service, door, before, resident));
      Thread.sleep(RECOVERY);
      double after = rate(door, "after", bay.pace().round());
      results.add(
          one("5 s after, of what it took before", "×", after / before, Bound.atLeast(0.9)));
      return results;
    }

    private double rate(URI door, String run, Duration time) throws Exception {
      return wrk.post(door, known.applications(), "over-" + run, CONNECTIONS, time).rate();
    }

    private List<Result> flooded(String service, URI door, double rate, double resident)
        throws Exception {
      var time = Duration.ofSeconds(bay.pace() == Pace.QUICK ? 15 : 60);
      var flood = known.applications().paced((int) Math.round(CROWD * 1000 / (TIMES * rate)));
      try (var memory = Memory.of(product.running(service));
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var crowd = threads.submit(() -> wrk.answers(door, flood, "over-flood", CROWD, time));
        List<Answer> answers = new Arrivals(probe.at(door), EVERY).during(time);
        var all = crowd.get();
        long otherwise = answers.stream().filter(it -> it.kind() == Kind.OTHERWISE).count();
        bay.say(
            "  took %.0f/s before; taken %d, turned away %d, otherwise %d; memory %.0f, then %.0f"
                + " MiB",
            rate, all.taken(), all.turnedAway(), all.otherwise(), resident, memory.most());
        return List.of(
            one("offered, of what it can take", "×", all.offered() / rate, Bound.atLeast(4)),
            one("taken meanwhile", "×", all.taken() / time.toSeconds() / rate, Bound.NONE),
            one("answer when taken, p99", "ms", p99(answers, Kind.TAKEN), Bound.atMost(1000)),
            one(
                "answer when turned away, p99",
                "ms",
                p99(answers, Kind.TURNED_AWAY),
                Bound.atMost(1000)),
            one("answered otherwise", "", all.otherwise() + otherwise, Bound.atMost(0)),
            one("most memory, of before", "×", memory.most() / resident, Bound.atMost(1.1)));
      }
    }

    private static double p99(List<Answer> answers, Kind kind) {
      double[] waits =
          answers.stream().filter(it -> it.kind() == kind).mapToDouble(Answer::millis).toArray();
      return Probe.percentile(waits, 0.99);
    }

    private static Result one(String measure, String unit, double value, Bound bound) {
      return Result.absolute("overload: " + measure, unit, Spread.of(value), bound);
    }
  }
}
