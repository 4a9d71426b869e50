package dev.keiyaku.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Rounds ROUNDS =
      new Rounds(List.of(new Round(100, 50), new Round(200, 180), new Round(400, 280)));

  @Test
  void theRatioIsTheMedianOfTheRoundsRatiosNotTheRatioOfMedians() {
    var result = ROUNDS.result("apply", "1/s", Bound.atLeast(0.8));
    assertThat(result.limit()).isEqualTo(200);
    assertThat(result.ours()).isEqualTo(180);
    assertThat(result.spread()).isEqualTo(new Spread(0.7, 0.5, 0.9));
  }

  @Test
  void aBoundIsMissedOnlyByMoreThanATenth() {
    assertThat(Bound.atLeast(0.7).verdict(0.7)).isEqualTo(Verdict.PASS);
    assertThat(Bound.atLeast(0.7).verdict(0.64)).isEqualTo(Verdict.NEARLY);
    assertThat(Bound.atLeast(0.7).verdict(0.62)).isEqualTo(Verdict.MISS);
    assertThat(Bound.atMost(50).verdict(50)).isEqualTo(Verdict.PASS);
    assertThat(Bound.atMost(50).verdict(55)).isEqualTo(Verdict.NEARLY);
    assertThat(Bound.atMost(50).verdict(56)).isEqualTo(Verdict.MISS);
    assertThat(Bound.NONE.verdict(1e9)).isEqualTo(Verdict.TOLD);
  }

  @Test
  void theTableSaysWhatWasMissed() {
    var table = new Table(List.of(ROUNDS.result("apply", "1/s", Bound.atLeast(0.8))));
    assertThat(table.lines().getLast().replaceAll(" +", " "))
        .isEqualTo("| apply | 1/s | 200 | 180 | 0.70 | 0.50–0.90 | ≥ 0.8 | MISS |");
  }

  @Test
  void anEvenNumberOfRoundsHasItsMedianInTheMiddle() {
    assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(2.5, 1, 4));
  }
}
