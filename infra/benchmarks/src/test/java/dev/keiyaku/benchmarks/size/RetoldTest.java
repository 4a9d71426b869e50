package dev.keiyaku.benchmarks.size;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.benchmarks.size.Retold.Piece;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetoldTest {

  private static final Map<String, Piece> NAMES =
      Map.of(
          "s-1", (of, to) -> to.append("s-").append(of.number()),
          "k.1", (of, to) -> to.append("k.").append(of.number()));

  @Test
  void everyNameIsAnothersAndNothingElse() {
    var told =
        Retold.of("{\"id\":\"s-1\",\"of\":\"C-s-1\",\"key\":\"k.1\",\"not\":\"kx1\"}", NAMES);
    assertThat(told.tell(new Names(42)))
        .isEqualTo("{\"id\":\"s-42\",\"of\":\"C-s-42\",\"key\":\"k.42\",\"not\":\"kx1\"}");
  }

  @Test
  void aTextWithoutNamesStaysAsItIs() {
    assertThat(Retold.of("a\tb", NAMES).tell(new Names(1))).isEqualTo("a\tb");
    assertThat(Retold.of("s-1", Map.of()).tell(new Names(2))).isEqualTo("s-1");
  }
}
