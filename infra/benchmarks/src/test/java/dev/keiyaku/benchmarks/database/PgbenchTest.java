package dev.keiyaku.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keiyaku.benchmarks.Unable;
import org.junit.jupiter.api.Test;

class PgbenchTest {

  private static final String SAID =
      """
      number of clients: 16
      initial connection time = 25.1 ms
      tps = 5563.204517 (without initial connection time)
      """;

  @Test
  void theRateIsReadFromWhatPgbenchSays() {
    assertThat(Pgbench.rate(SAID)).isEqualTo(5563.204517);
  }

  @Test
  void aRunWithAClientThatGaveUpIsWorthNothing() {
    var said = "pgbench: error: client 3 script 0 aborted in command 1\n" + SAID;
    assertThatThrownBy(() -> Pgbench.rate(said)).isInstanceOf(Unable.class);
    assertThatThrownBy(() -> Pgbench.rate("connection refused")).isInstanceOf(Unable.class);
  }
}
