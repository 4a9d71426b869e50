package dev.keiyaku.benchmarks.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.benchmarks.Unable;
import org.junit.jupiter.api.Test;

class WrkTest {

  @Test
  void onlySuccessesCountForTheRate() {
    var posted = Wrk.posted("Requests/sec: 500.00\nbench 1000 2000000 100 3 45000\n");
    assertThat(posted).isEqualTo(new Wrk.Posted(1000, 2, 100, 3, 45));
    assertThat(posted.rate()).isEqualTo(450);
  }

  @Test
  void whatWrkDidNotFinishIsToldInItsOwnWords() {
    assertThatThrownBy(() -> Wrk.posted("unable to connect to 127.0.0.1:1"))
        .isInstanceOf(Unable.class)
        .hasMessageContaining("unable to connect");
  }
}
