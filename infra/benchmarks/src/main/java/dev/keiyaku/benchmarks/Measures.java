package dev.keiyaku.benchmarks;

import dev.keiyaku.benchmarks.inside.Inside;
import dev.keiyaku.benchmarks.operating.Comparing;
import dev.keiyaku.benchmarks.operating.Freshness;
import dev.keiyaku.benchmarks.operating.Idling;
import dev.keiyaku.benchmarks.operating.OverHttp;
import dev.keiyaku.benchmarks.operating.Overload;
import dev.keiyaku.benchmarks.projection.Projecting;
import dev.keiyaku.benchmarks.size.Growing;
import dev.keiyaku.benchmarks.write.Applying;
import dev.keiyaku.benchmarks.write.SuspendingKnown;
import java.util.List;
import java.util.stream.Collectors;

/** All measures, in the order in which they run. */
final class Measures {

  private static final List<Measure> ALL =
      List.of(
          new Inside(),
          new Applying(),
          new SuspendingKnown(),
          new Projecting(),
          new Growing(),
          new Comparing(),
          new Idling(),
          new OverHttp(),
          new Freshness(),
          new Overload());

  private Measures() {}

  /**
   * Those of these names.
   *
   * @param names empty for all
   * @throws Unable when there is none of a name
   */
  static List<Measure> chosen(List<String> names) {
    for (String name : names) {
      if (ALL.stream().noneMatch(it -> it.name().equals(name))) {
        throw new Unable("there is no measure " + name + "; there are " + known());
      }
    }
    return names.isEmpty() ? ALL : ALL.stream().filter(it -> names.contains(it.name())).toList();
  }

  private static String known() {
    return ALL.stream().map(Measure::name).collect(Collectors.joining(", "));
  }
}
