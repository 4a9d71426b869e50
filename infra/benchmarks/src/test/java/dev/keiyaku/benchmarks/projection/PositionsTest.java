package dev.keiyaku.benchmarks.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PositionsTest {

  @Test
  void theSlowestProcessorSaysHowFarTheReadModelIs() {
    assertThat(Positions.least(List.of("{\"globalIndex\":40006}", "{\"globalIndex\":17701}")))
        .isEqualTo(17701);
  }

  @Test
  void aProcessorWithoutATokenHasReadNothing() {
    assertThat(Positions.least(List.of("{\"globalIndex\":5}", ""))).isZero();
    assertThat(Positions.least(List.of())).isZero();
  }
}
