package dev.keiyaku.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class PlacesTest {

  private static final int MOST = Places.FEW * 2;
  private static final long SLOW = Places.SOON.toNanos() * 4;

  private final Places places = new Places(MOST);

  @Test
  void noMoreThanTheMost() {
    assertThat(letIn(MOST + 3)).isEqualTo(MOST);

    places.leave(0);

    assertThat(letIn(3)).isOne();
  }

  @Test
  void onlyAFewWhileThoseInsideAreSlow() {
    letIn(MOST);
    leave(MOST, SLOW);

    assertThat(letIn(MOST)).isEqualTo(Places.FEW);
  }

  @Test
  void asManyAsBeforeWhenTheyAreQuickAgain() {
    letIn(MOST);
    leave(MOST, SLOW);
    for (int i = 0; i < 4; i++) {
      letIn(Places.FEW);
      leave(Places.FEW, 0);
    }

    assertThat(letIn(MOST)).isEqualTo(MOST);
  }

  @Test
  void whoOnlyStepsOutSaysNothingOfHowLongThingsTake() {
    letIn(1);
    places.giveBack();
    places.takeAnyhow();
    places.giveBack();

    assertThat(places.taken()).isZero();
    assertThat(letIn(MOST)).isEqualTo(MOST);
  }

  private int letIn(int who) {
    return (int) IntStream.range(0, who).filter(one -> places.take()).count();
  }

  private void leave(int who, long after) {
    IntStream.range(0, who).forEach(one -> places.leave(after));
  }
}
