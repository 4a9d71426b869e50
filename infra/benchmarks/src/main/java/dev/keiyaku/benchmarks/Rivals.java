package dev.keiyaku.benchmarks;

import dev.keiyaku.benchmarks.report.Round;
import dev.keiyaku.benchmarks.report.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The limit and ours, taking turns in the same minutes, so that a slow disk is slow for both. */
public record Rivals(Callable<Double> limit, Callable<Double> ours) {

  /** As many rounds as the pace wants; who begins alternates. */
  public Rounds compete(Bay bay, String what) throws Exception {
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; number <= bay.pace().rounds(); number++) {
      Round round = number % 2 == 1 ? limitFirst() : oursFirst();
      rounds.add(round);
      bay.say("  %s, round %d: limit %.0f, ours %.0f", what, number, round.limit(), round.ours());
    }
    return new Rounds(rounds);
  }

  private Round limitFirst() throws Exception {
    double first = limit.call();
    return new Round(first, ours.call());
  }

  private Round oursFirst() throws Exception {
    double first = ours.call();
    return new Round(limit.call(), first);
  }
}
