package dev.keiyaku.benchmarks.projection;

import dev.keiyaku.benchmarks.Bay;
import dev.keiyaku.benchmarks.Measure;
import dev.keiyaku.benchmarks.Pace;
import dev.keiyaku.benchmarks.database.Ground;
import dev.keiyaku.benchmarks.report.Bound;
import dev.keiyaku.benchmarks.report.Result;
import dev.keiyaku.benchmarks.report.Round;
import dev.keiyaku.benchmarks.report.Rounds;
import dev.keiyaku.benchmarks.report.Spread;
import dev.keiyaku.benchmarks.write.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * History into all read models, by one terms-projection that begins on none. It stands still while
 * the limit has its turn; a process a round would measure how a JVM warms up.
 */
public final class Projecting implements Measure {

  private static final String WHAT = "project history into all read models";

  @Override
  public String name() {
    return "project";
  }

  @Override
  public String what() {
    return "history into all read models, against SQL writing the same rows";
  }

  @Override
  public List<Result> run(Bay bay) throws Exception {
    boolean quick = bay.pace() == Pace.QUICK;
    try (Ground ground = bay.server().fresh("bench_project")) {
      long head = History.write(ground, quick ? 15_000 : 60_000);
      bay.say("  %d events are written", head);
      var rounds = rounds(bay, ground, head, quick);
      var ours = Spread.of(rounds.stream().mapToDouble(Round::ours).toArray());
      return List.of(
          new Rounds(rounds).result(WHAT, "events/s", Bound.atLeast(0.4)),
          Result.absolute(WHAT + ", absolute", "events/s", ours, Bound.atLeast(20_000)));
    }
  }

  private static List<Round> rounds(Bay bay, Ground ground, long head, boolean quick)
      throws Exception {
    var model = new ReadModel(ground);
    var turn = Duration.ofSeconds(quick ? 3 : 8);
    var rounds = new ArrayList<Round>();
    try (Projector projector = Projector.start(bay, ground)) {
      projector.begun(1);
      projector.turn(bay.pace().warmUp().multipliedBy(2));
      for (int number = 1; number <= bay.pace().rounds(); number++) {
        double ours = projector.turn(turn);
        long reached = projector.reached();
        if (reached >= head) {
          throw new IllegalStateException("Nothing is left to project: write a longer history");
        }
        var round = new Round(reached / model.copy(), ours);
        rounds.add(round);
        bay.say("  round %d: limit %.0f, ours %.0f", number, round.limit(), round.ours());
      }
    }
    return rounds;
  }
}
