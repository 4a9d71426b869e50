package dev.keiyaku.benchmarks;

import dev.keiyaku.benchmarks.database.Server;
import dev.keiyaku.benchmarks.report.Machine;
import dev.keiyaku.benchmarks.report.Report;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Table;
import dev.keiyaku.benchmarks.report.Versions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** {@code infra/bench}. */
public final class Bench {

  private static final Path TARGET = Path.of("target");

  private Bench() {}

  public static void main(String[] arguments) {
    // Said outright: what was started inside this process keeps threads.
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    try {
      var options = Options.of(arguments);
      var chosen = Measures.chosen(options.only());
      if (options.list()) {
        chosen.forEach(it -> System.out.printf("%-12s %s%n", it.name(), it.what()));
        return 0;
      }
      return measure(options, chosen);
    } catch (Unable unable) {
      System.err.println("keiyaku: " + unable.getMessage());
      return 2;
    } catch (Exception unforeseen) {
      unforeseen.printStackTrace();
      return 3;
    }
  }

  private static int measure(Options options, List<Measure> chosen) throws Exception {
    Instant begun = Clock.systemUTC().instant();
    Machine machine = Machine.here();
    Path folder = RunFolder.fresh(TARGET.toAbsolutePath());
    try (Server server = Server.open(System.getenv(), folder.resolve("database"))) {
      server.expectDurable();
      var bay = new Bay(options.pace(), server, folder, System.out::println);
      List<Result> results = new ArrayList<>();
      Map<String, Double> took = new LinkedHashMap<>();
      for (Measure each : chosen) {
        each.expect(bay);
      }
      for (Measure each : chosen) {
        bay.say("%s: %s", each.name(), each.what());
        long start = System.nanoTime();
        results.addAll(each.run(bay));
        took.put(each.name(), (System.nanoTime() - start) / 1e9);
        bay.say("  %s took %.0f s", each.name(), took.get(each.name()));
      }
      var versions = Versions.of(server.version());
      return tell(new Report(begun, options.pace().name(), machine, versions, took, results));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static int tell(Report report) throws Exception {
    System.out.println();
    new Table(report.results()).lines().forEach(System.out::println);
    System.out.println();
    report.footer().forEach(System.out::println);
    report.write(TARGET.resolve("benchmarks.json"));
    return report.missed() ? 1 : 0;
  }
}
