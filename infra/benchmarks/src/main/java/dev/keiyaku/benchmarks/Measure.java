package dev.keiyaku.benchmarks;

import dev.keiyaku.benchmarks.report.Result;
import java.util.List;

/** One thing that can be measured by name. */
public interface Measure {

  /** As {@code --only} names it. */
  String name();

  /** What it measures, in a few words. */
  String what();

  /**
   * Looks whether it can run here, before anything is measured.
   *
   * @throws Unable in one line what is missing
   */
  default void expect(Bay bay) throws Exception {}

  /**
   * Measures, and leaves nothing running.
   *
   * @return a line of the table each
   */
  List<Result> run(Bay bay) throws Exception;
}
