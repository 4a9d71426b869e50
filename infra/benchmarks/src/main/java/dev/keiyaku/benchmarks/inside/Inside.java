package dev.keiyaku.benchmarks.inside;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Spread;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** JMH's average times of what a command or an event costs in Java, each in a JVM of its own. */
public final class Inside implements Measure {

  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "inside";
  }

  @Override
  public String what() {
    return "events, MACs, seals, folds, bodies and tokens inside one process, by JMH";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    // One benchmark after the other, whatever else runs on this machine; no file is left in /tmp.
    System.setProperty("jmh.ignoreLock", "true");
    boolean quick = bay.pace() == Pace.QUICK;
    var time = TimeValue.milliseconds(quick ? 200 : 1000);
    var options =
        options()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(1)
            .jvmArgsAppend("-Dlogback.configurationFile=dev/keiyaku/benchmarks/inside/silent.xml")
            .warmupIterations(quick ? 2 : 3)
            .warmupTime(time)
            .measurementIterations(ROUNDS)
            .measurementTime(time)
            .output(bay.folder().resolve("jmh.log").toString())
            .build();
    return new Runner(options).run().stream().map(Inside::result).toList();
  }

  /** All that there are; one that throws ends the run. */
  static ChainedOptionsBuilder options() {
    var here = Inside.class.getPackageName().replace(".", "\\.");
    return new OptionsBuilder().include(here + "\\..*").shouldFailOnError(true);
  }

  private static Result result(RunResult run) {
    double[] rounds =
        run.getBenchmarkResults().stream()
            .flatMap(it -> it.getIterationResults().stream())
            .mapToDouble(it -> it.getPrimaryResult().getScore())
            .toArray();
    return Result.absolute(
        "inside: " + said(run.getPrimaryResult().getLabel()), "µs", Spread.of(rounds), Bound.NONE);
  }

  /** {@code foldsALife} is "folds a life". */
  static String said(String method) {
    return method.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
