package dev.keiyaku.benchmarks.operating;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the product costs while nobody asks anything, and how soon it is there. */
public final class Idling implements Measure {

  /** Boot's own words for the time since the process began. */
  private static final Pattern STARTED = Pattern.compile("process running for ([0-9.]+)\\)");

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String what() {
    return "starting, waiting and memory of infra/up and its services";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    Product.start(bay).close();
    try (var product = Product.start(bay)) {
      List<Result> results = new ArrayList<>();
      results.add(one("infra/up, warm start", "s", product.startSeconds(), Bound.atMost(20)));
      results.addAll(idle(product, bay.pace() == Pace.QUICK ? 10 : 30));
      results.addAll(memory(product));
      for (String service : Product.SERVICES) {
        product.restart(service);
        results.add(one("start of " + service, "s", started(product, service), Bound.atMost(4)));
      }
      return results;
    }
  }

  private static double started(Product product, String service)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      var found = STARTED.matcher(Files.readString(product.log(service)));
      if (found.find()) {
        return Double.parseDouble(found.group(1));
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(service + " did not start again");
  }

  /** After a rest: what a start leaves to be done is not idling. */
  private static List<Result> idle(Product product, int seconds) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(seconds / 2));
    Map<String, Duration> before = new LinkedHashMap<>();
    Product.SERVICES.forEach(it -> before.put(it, product.running(it).used()));
    long start = System.nanoTime();
    Thread.sleep(Duration.ofSeconds(seconds));
    double elapsed = System.nanoTime() - start;
    List<Result> results = new ArrayList<>();
    before.forEach((service, used) -> {
      double share = product.running(service).used().minus(used).toNanos() / elapsed;
      results.add(one("idle " + service, "% core", 100 * share, Bound.atMost(1)));
    });
    return results;
  }

  private static List<Result> memory(Product product) {
    List<Result> results = new ArrayList<>();
    double services = 0;
    for (String service : Product.SERVICES) {
      double resident = product.running(service).resident();
      services += resident;
      results.add(one("resident " + service, "MiB", resident, Bound.atMost(250)));
    }
    double others = product.launcher().resident() + product.postgres().residentInAll();
    results.add(one("resident in all", "MiB", services + others, Bound.atMost(1536)));
    return results;
  }

  private static Result one(String measure, String unit, double value, Bound bound) {
    return Result.absolute(measure, unit, Spread.of(value), bound);
  }
}
