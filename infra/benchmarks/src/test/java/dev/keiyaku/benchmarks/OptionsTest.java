package dev.keiyaku.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void measuresAreChosenByNameAndRunInTheirOwnOrder() {
    var options = Options.of(List.of("--quick", "--only", "suspend,apply"));
    assertThat(options.pace()).isEqualTo(Pace.QUICK);
    assertThat(Measures.chosen(options.only()))
        .extracting(Measure::name)
        .containsExactly("apply", "suspend");
  }

  @Test
  void withoutNamesEverythingIsMeasuredInFull() {
    var options = Options.of(List.of());
    assertThat(options.pace()).isEqualTo(Pace.FULL);
    assertThat(Measures.chosen(options.only())).doesNotHaveDuplicates().hasSizeGreaterThan(1);
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> Measures.chosen(List.of("speed"))).hasMessageContaining("speed");
    assertThatThrownBy(() -> Options.of(List.of("--fast"))).hasMessageContaining("--fast");
    assertThatThrownBy(() -> Options.of(List.of("--only"))).hasMessageContaining("--only");
  }

  @Test
  void fullRunsHaveAtLeastFiveRounds() {
    assertThat(Pace.FULL.rounds()).isGreaterThanOrEqualTo(5);
  }
}
