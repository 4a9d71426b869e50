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

/** History into all read models, by a terms-projection that starts on none. */
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
    try (Ground ground = bay.server().fresh("bench_project")) {
      int lives = bay.pace() == Pace.QUICK ? 5_000 : 40_000;
      long head = History.write(ground, lives);
      bay.say("  %d events are written", head);
      List<Round> rounds = new ArrayList<>();
      for (int number = 1; number <= bay.pace().rounds(); number++) {
        var round = round(bay, ground, head);
        rounds.add(round);
        bay.say("  round %d: limit %.0f, ours %.0f", number, round.limit(), round.ours());
      }
      var ours = Spread.of(rounds.stream().mapToDouble(Round::ours).toArray());
      return List.of(
          new Rounds(rounds).result(WHAT, "events/s", Bound.atLeast(0.4)),
          Result.absolute(WHAT + ", absolute", "events/s", ours, Bound.atLeast(20_000)));
    }
  }

  private static Round round(Bay bay, Ground ground, long head) throws Exception {
    var model = new ReadModel(ground);
    model.forget();
    var time = bay.pace() == Pace.QUICK ? Duration.ofSeconds(5) : Duration.ofSeconds(15);
    var ours = new Catching(bay, ground, head).during(time);
    return new Round(ours.reached() / model.copy(), ours.rate());
  }
}
