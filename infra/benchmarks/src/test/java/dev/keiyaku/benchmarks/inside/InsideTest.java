package dev.keiyaku.benchmarks.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.VerboseMode;

class InsideTest {

  @Test
  void everyBenchmarkIsFoundAndDoesWhatItSays() throws Exception {
    System.setProperty("jmh.ignoreLock", "true");
    var once =
        Inside.options()
            .mode(Mode.SingleShotTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .verbosity(VerboseMode.SILENT)
            .build();
    List<String> written =
        Stream.of(Storing.class, Taking.class, Sealing.class)
            .flatMap(it -> Arrays.stream(it.getMethods()))
            .filter(it -> it.isAnnotationPresent(Benchmark.class))
            .map(it -> Inside.said(it.getName()))
            .toList();
    assertThat(new Runner(once).run())
        .extracting(it -> Inside.said(it.getPrimaryResult().getLabel()))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void aMethodsNameIsTheLineOfTheTable() {
    assertThat(Inside.said("foldsALifeOfFiveEvents")).isEqualTo("folds a life of five events");
  }
}
